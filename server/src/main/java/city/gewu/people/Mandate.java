package city.gewu.people;

/// A post that somebody holds today (授权): where it counts and for which organisation.
///
/// @param department code of the organisation the post is held in, or empty text for the centre
public record Mandate(Post post, String department, Area area) {}
