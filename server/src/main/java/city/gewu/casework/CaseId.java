package city.gewu.casework;

/// Identity of a problem and of the case it may become.
public record CaseId(long value) {}
