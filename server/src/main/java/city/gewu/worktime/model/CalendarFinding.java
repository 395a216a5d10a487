package city.gewu.worktime.model;

/// Something about a drafted calendar that people must know (检查结果).
///
/// @param part `bounds`, `season`, `holiday` or `makeUp`
/// @param index of the season or the day in its list, from 0
/// @param value what is meant
/// @param blocking whether it keeps the calendar from being laid down
public record CalendarFinding(String part, int index, Code code, String value, boolean blocking) {

    /// What may be found.
    public enum Code {
        /// No time zone has this name.
        UNKNOWN_ZONE,
        /// Not a date of the form it must have.
        BAD_DAY,
        /// Ends before it begins, or covers more years than anybody plans.
        BAD_SPAN,
        /// Not hours such as `08:00-12:00`.
        BAD_HOURS,
        /// Hours that begin before those above them end.
        OVERLAPPING_HOURS,
        /// A day that no season holds, or more than one.
        NOT_ONE_SEASON,
        /// Given twice.
        TWICE,
        /// Lies outside of the days the calendar covers, and so changes nothing.
        OUTSIDE,
        /// A holiday and a make-up workday at once.
        BOTH,
        /// A make-up workday that is worked anyway.
        WORKED_ANYWAY,
        /// Anything else that makes it no calendar.
        UNUSABLE
    }
}
