package city.gewu.worktime;

import city.gewu.engine.worktime.TimeLimit;
import java.time.Instant;
import java.util.Optional;

/// A frozen clock (时限): computed once, kept with what it was computed from, and never recomputed
/// when a calendar or a rule changes.
///
/// @param warnAt when the light turns yellow
/// @param limit empty when the source gave the moment itself
/// @param calendar version of the calendar it was computed with; `source` when given
public record Deadline(
        Instant startAt,
        Instant dueAt,
        Instant warnAt,
        Optional<TimeLimit> limit,
        String calendar) {

    /// A due time that another system decided: kept as it says, even before the start.
    public static Deadline given(Instant startAt, Instant dueAt) {
        return new Deadline(startAt, dueAt, dueAt, Optional.empty(), "source");
    }
}
