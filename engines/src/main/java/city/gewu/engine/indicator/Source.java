package city.gewu.engine.indicator;

import java.util.Set;

/// Rows that indicators count over, in the canonical form that every engine brings them into.
///
/// @param name the published view they come from: `casework.pub_case`
/// @param columns what a definition may name; moments are timestamps, everything else integers
public record Source(String name, Set<String> columns) {

    /// Problems and cases, one row each (案件). `due_at` is the due time that judges;
    /// `handling_seconds` run from dispatch to handled.
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
                            "failed_checks",
                            "extensions",
                            "handling_seconds"));

    public Source {
        columns = Set.copyOf(columns);
    }
}
