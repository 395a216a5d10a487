package city.gewu.facility.model;

/// A photo of a place as everybody may see it: copies, under names that say nothing about the
/// original.
///
/// @param photo id of the evidence
public record FacilityPhoto(String photo, String name, String smallName, String mediaType) {}
