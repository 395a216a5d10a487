package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.casework.model.Waiting;
import city.gewu.casework.store.Narrowing.Mark;
import city.gewu.casework.store.Narrowing.Standing;
import city.gewu.people.Sight;
import city.gewu.platform.Moments;
import city.gewu.platform.Where;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a [CaseFilter] asks of `casework.case_file f`, but for what was typed.
final class CaseConditions {

    private static final String OWED = "f.state = any(:owed)";

    private static final String ASKED_FOR = "(f.request <> '' and f.request = any(:decides))";

    private static final String HANDLED =
            "(f.state = any(:handled) and f.department = any(:handles))";

    /// An assisting department owes its part until it has reported it.
    private static final String ASSISTED =
            """
            (f.assisting <> '{}' and f.assisting && :handles::text[]
                and not f.assisted && :handles::text[]
                and f.state = any(:handled))\
            """;

    /// Conditions without a value of their own hang on this name.
    private static final String ASKED = "asked";

    private CaseConditions() {}

    static Where of(CaseFilter filter, Instant now) {
        var where = Sight.narrow(new Where(), filter.scope());
        view(where, filter, now);
        var narrowing = filter.narrowing();
        where.and("f.category = :category", "category", given(narrowing.category()))
                .and("f.department = :department", "department", given(narrowing.department()))
                .and("f.source = :source", "source", given(narrowing.source()))
                .and("f.places[:depth] = :unit", "unit", given(narrowing.unit()))
                .and(
                        "f.reported_at >= :since",
                        "since",
                        narrowing.since().map(Moments::utc).orElse(null))
                .and(
                        "f.reported_at < :until",
                        "until",
                        narrowing.until().map(Moments::utc).orElse(null));
        where.values().put("depth", narrowing.depth());
        narrowing.standing().ifPresent(standing -> standing(where, standing, now));
        narrowing.mark().ifPresent(mark -> mark(where, mark));
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
        boolean handles = !waiting.departments().isEmpty();
        boolean decides = !waiting.requests().isEmpty();
        if (handles && decides) {
            where.and(
                    "(" + OWED + " or " + ASKED_FOR + " or " + HANDLED + " or " + ASSISTED + ")",
                    "owed",
                    owed);
        } else if (handles) {
            where.and("(" + OWED + " or " + HANDLED + " or " + ASSISTED + ")", "owed", owed);
        } else if (decides) {
            where.and("(" + OWED + " or " + ASKED_FOR + ")", "owed", owed);
        } else {
            where.and(OWED, "owed", owed);
        }
        where.values().put("decides", waiting.requests().toArray(String[]::new));
        where.values().put("handled", Waiting.AT_DEPARTMENT.toArray(String[]::new));
        where.values().put("handles", waiting.departments().toArray(String[]::new));
    }

    /// The same as the light of a line says.
    private static void standing(Where where, Standing standing, Instant now) {
        switch (standing) {
            case LATE ->
                    where.and(
                            "f.suspended_at is null and f.due_at < coalesce(f.ended_at, :at_now)",
                            "at_now",
                            utc(now));
            case DUE_SOON ->
                    where.and(
                            """
                            f.suspended_at is null
                              and f.due_at >= coalesce(f.ended_at, :at_now)
                              and f.warn_at < coalesce(f.ended_at, :at_now)\
                            """,
                            "at_now",
                            utc(now));
            case IN_TIME ->
                    where.and(
                            """
                            f.suspended_at is null
                              and f.due_at >= coalesce(f.ended_at, :at_now)
                              and (f.warn_at is null or f.warn_at >= coalesce(f.ended_at, :at_now))\
                            """,
                            "at_now",
                            utc(now));
            case WITHOUT_CLOCK ->
                    where.and("f.suspended_at is null and f.due_at is null", ASKED, true);
            case SUSPENDED -> where.and("f.suspended_at is not null", ASKED, true);
        }
    }

    private static void mark(Where where, Mark mark) {
        switch (mark) {
            case MERGED -> where.and("f.merged_into is not null", ASKED, true);
            case RETURNED -> where.and("f.returns > 0", ASKED, true);
            case REWORKED -> where.and("f.failed_checks > 0", ASKED, true);
            case EXTENDED -> where.and("f.extensions > 0", ASKED, true);
            case REQUESTED -> where.and("f.request <> ''", ASKED, true);
            case APPEALED -> where.and("f.appeal = 'LODGED'", ASKED, true);
            case WAIVED -> where.and("f.waived", ASKED, true);
            case URGED -> said(where, "urged");
            case ORDERED -> said(where, "supervision-ordered");
        }
    }

    private static void said(Where where, String kind) {
        where.and(
                """
                exists (
                    select 1
                    from casework.case_event e
                    where e.case_id = f.case_id and e.kind = :said)\
                """,
                "said",
                kind);
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
