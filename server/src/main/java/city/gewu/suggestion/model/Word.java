package city.gewu.suggestion.model;

/// A word of a text.
///
/// @param term as it is counted: in lower case, without endings
/// @param written as it stands in the text
public record Word(String term, String written) {}
