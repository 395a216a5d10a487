package city.gewu.engine.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows that indicators count over, in the canonical form that every engine brings them into.
/// Beside these columns each row has a key that is a number and the columns of its subjects.
///
/// @param name the published view they come from, `casework.pub_case`, or one of our own where
///   several are put together
/// @param columns what a definition may name; moments are timestamps, everything else integers
/// @param subjects what its rows can be gathered by
public record Source(String name, Set<String> columns, Set<Subject> subjects) {

    private static final Set<Subject> GROUND =
            Set.of(
                    Subject.DEPARTMENT,
                    Subject.CONTRACTOR,
                    Subject.LEVEL,
                    Subject.SOURCE,
                    Subject.CATEGORY);

    /// Problems and cases, one row each (案件). `due_at` is the due time that judges;
    /// `handling_seconds` run from dispatch to handled; `by_*` say who found it, `cityscape` that
    /// it is one of city appearance and environment (市容环境).
    public static final Source CASES =
            new Source(
                    "casework.pub_case",
                    Set.of(
                            "reported_at",
                            "filed_at",
                            "dispatched_at",
                            "due_at",
                            "handled_at",
                            "closed_at",
                            "ended_at",
                            "cancelled",
                            "on_spot",
                            "filed",
                            "waived",
                            "suspended",
                            "round",
                            "returns",
                            "failed_checks",
                            "extensions",
                            "handling_seconds",
                            "by_supervisor",
                            "by_inspection",
                            "by_public",
                            "cityscape"),
                    GROUND);

    /// What supervisors found, and what others found on their ground (监督员上报与漏报), one row for each
    /// person concerned. `missed` is 1 for a case in force that somebody else found where the
    /// person was posted that day.
    public static final Source REPORTS =
            new Source(
                    "assessment.report",
                    Set.of("reported_at", "filed_at", "filed", "cancelled", "on_spot", "missed"),
                    Set.of(Subject.TEAM, Subject.SUPERVISOR));

    /// Steps that people took (岗位操作), one row each, with the moment since which the step was owed.
    /// `undone` says that it was taken back: a dispatch returned, a filing cancelled.
    public static final Source STEPS =
            new Source(
                    "casework.pub_step",
                    Set.of(
                            "done_at",
                            "since_at",
                            "taken_seconds",
                            "intake",
                            "verification_sent",
                            "check_sent",
                            "filing",
                            "dispatch",
                            "closing",
                            "urged",
                            "ordered",
                            "extended",
                            "undone",
                            "by_public"),
                    Set.of(
                            Subject.DEPARTMENT,
                            Subject.CONTRACTOR,
                            Subject.LEVEL,
                            Subject.SOURCE,
                            Subject.CATEGORY,
                            Subject.INTAKE_CLERK,
                            Subject.SHIFT_LEAD,
                            Subject.DISPATCHER));

    /// Who was to go and look, and by when (核实、核查任务), one row for each time somebody was given one.
    /// `last` is 1 for the last of its case, kind and round, since only that one counts, and for
    /// one that ran out in somebody's hands.
    public static final Source TASKS =
            new Source(
                    "patrol.pub_task",
                    Set.of(
                            "asked_at",
                            "given_at",
                            "due_at",
                            "done_at",
                            "verification",
                            "inspection",
                            "round",
                            "last",
                            "far",
                            "positive",
                            "withdrawn"),
                    Set.of(Subject.LEVEL, Subject.TEAM, Subject.SUPERVISOR, Subject.CHECKER));

    /// Turns of duty in the street (上岗). `forgotten` says that a rule ended the turn.
    public static final Source DUTIES =
            new Source(
                    "patrol.pub_duty",
                    Set.of("started_at", "ended_at", "duty_seconds", "inside", "forgotten"),
                    Set.of(Subject.TEAM, Subject.SUPERVISOR, Subject.CHECKER));

    /// What people say of how their problem was solved (市民评价). `stars` run from 1 to 5.
    public static final Source RATINGS =
            new Source(
                    "engagement.pub_rating",
                    Set.of("rated_at", "solved", "stars", "cityscape"),
                    GROUND);

    /// All of them.
    public static final List<Source> ALL = List.of(CASES, REPORTS, STEPS, TASKS, DUTIES, RATINGS);

    public Source {
        columns = Set.copyOf(columns);
        subjects = Set.copyOf(subjects);
    }

    /// The condition of rows that any period rule could place in the period: what a month must keep
    /// so that every indicator can be counted from it, also one that is written later.
    public String touched() {
        return Arrays.stream(PeriodRule.values())
                .filter(rule -> columns.containsAll(rule.columns()))
                .map(rule -> "(" + rule.sql() + ")")
                .collect(Collectors.joining("\n  or "));
    }

    public static Optional<Source> find(String name) {
        return ALL.stream().filter(source -> source.name().equals(name)).findFirst();
    }
}
