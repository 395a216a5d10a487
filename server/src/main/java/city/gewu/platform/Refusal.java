package city.gewu.platform;

/// A rule of the business said no.
///
/// @param code stable, dotted, lower case, part of the API: `casework.not-in-state`; listed in
///   `docs/problems.md`
/// @param detail what was refused, with the values in parentheses
/// @param advice what the caller can do about it
public record Refusal(String code, String detail, String advice) {

    /// Attribute of a request that was refused: the code it was answered with.
    public static final String ATTRIBUTE = "city.gewu.refusal";
}
