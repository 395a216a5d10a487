package city.gewu.points.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/// Something that somebody did or failed to do, as the rest of the system tells it.
///
/// @param at orders the deeds of a day; those of one moment are ordered by their cause
/// @param cause names it for ever: `case/12`, `look/12/7`, `task/5`, `turn/8/1`, `month/2026-09`
/// @param about the case it opens onto
/// @param measure metres between the photos of a pair, minutes off the ground; empty when unknown
/// @param asked when a look was asked for
/// @param due when the look had to be done, where somebody was given a time
public record Deed(
        Kind kind,
        String person,
        Instant at,
        String cause,
        Optional<About> about,
        OptionalDouble measure,
        Optional<Instant> asked,
        Optional<Instant> due) {

    /// The order of a day, whatever order the deeds became known in.
    public static final Comparator<Deed> IN_ORDER =
            Comparator.comparing(Deed::at)
                    .thenComparing(Deed::cause)
                    .thenComparing(Deed::kind)
                    .thenComparing(Deed::person);

    public enum Kind {
        /// A month in which the person is posted (月度基础).
        MONTH_BEGUN,
        /// 有效上报: became a case and was not cancelled
        REPORT_FILED,
        /// 当场处置
        REPORT_FIXED,
        /// 无效上报: refused or cancelled
        REPORT_REFUSED,
        /// 重复上报: merged into another report of the same person
        REPORT_REPEATED,
        /// 漏报: found by others on the person's ground while on duty
        PROBLEM_MISSED,
        /// 核实、核查 done
        LOOKED,
        /// 核实、核查 not done in time and given to somebody else
        LOOK_TAKEN_AWAY,
        /// 离岗越界
        OFF_GROUND,
        /// 弄虚作假, proven
        FALSIFIED
    }

    /// @param condition code of the filing condition, or empty text
    /// @param source how the problem became known, as [city.gewu.casework.ReportSource] names it
    /// @param ground why it was refused; empty text when it was not
    public record About(
            long caseId,
            String number,
            String category,
            String condition,
            String source,
            String ground) {}

    /// A deed of a month, a turn or a decision.
    public static Deed of(
            Kind kind, String person, Instant at, String cause, OptionalDouble measure) {
        return new Deed(
                kind,
                person,
                at,
                cause,
                Optional.empty(),
                measure,
                Optional.empty(),
                Optional.empty());
    }

    /// A deed about a case.
    public static Deed of(
            Kind kind,
            String person,
            Instant at,
            String cause,
            About about,
            OptionalDouble measure) {
        return new Deed(
                kind,
                person,
                at,
                cause,
                Optional.of(about),
                measure,
                Optional.empty(),
                Optional.empty());
    }

    String category() {
        return about.map(About::category).orElse("");
    }

    /// Whether a look was done in time: by the time the person was given, else within so long.
    boolean inTime(Duration within) {
        return due.or(() -> asked.map(since -> since.plus(within)))
                .map(end -> !at.isAfter(end))
                .orElse(false);
    }
}
