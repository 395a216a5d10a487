package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.casework.model.Waiting;
import city.gewu.platform.Where;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a [CaseFilter] asks of `casework.case_file f`, but for what was typed.
final class CaseConditions {

    private CaseConditions() {}

    static Where of(CaseFilter filter, Instant now) {
        var where = ScopeFilter.narrow(new Where(), filter.scope());
        view(where, filter, now);
        where.and("f.category = :category", "category", given(filter.category()))
                .and("f.department = :department", "department", given(filter.department()))
                .and("f.source = :source", "source", given(filter.source()))
                .and("f.places[:depth] = :unit", "unit", given(filter.unit()));
        where.values().put("depth", filter.depth());
        return where;
    }

    private static void view(Where where, CaseFilter filter, Instant now) {
        switch (filter.view()) {
            case TO_FILE, TO_DISPATCH, HANDLING, TO_CHECK, TO_CLOSE ->
                    where.and(
                            "f.state = any(:states)",
                            "states",
                            filter.view().states().toArray(String[]::new));
            case OVERDUE ->
                    // Written as the index is, so that it ends where the late ones end.
                    where.and(
                            """
                            ((f.suspended_at is not null),
                              coalesce(f.due_at, 'infinity'::timestamptz)) < (false, :now)\
                            """,
                            "now",
                            utc(now));
            case MINE -> mine(where, filter.waiting());
            case OPEN, FINISHED, ALL -> {}
        }
    }

    /// Said with no more than it needs: an empty part of an `or` hides from the planner how many
    /// cases the other one means.
    private static void mine(Where where, Waiting waiting) {
        var owed = waiting.states().toArray(String[]::new);
        if (waiting.departments().isEmpty()) {
            where.and("f.state = any(:owed)", "owed", owed);
            return;
        }
        where.and(
                """
                (f.state = any(:owed)
                  or (f.state = any(:handled) and f.department = any(:handles)))\
                """,
                "owed",
                owed);
        where.values().put("handled", Waiting.AT_DEPARTMENT.toArray(String[]::new));
        where.values().put("handles", waiting.departments().toArray(String[]::new));
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
