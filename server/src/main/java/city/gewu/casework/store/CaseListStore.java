package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.store.CaseFilter.Order;
import city.gewu.people.Scope;
import city.gewu.platform.Moments;
import city.gewu.platform.Where;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lists of the desk. Open cases stand by time left, those whose clock stands still last;
/// finished ones by when they ended, all of them by when they were reported.
@Repository
public class CaseListStore {

    private static final String LIST_OPEN =
            """
            -- casework.listOpen
            select
            """
                    + CaseLine.COLUMNS
                    + """
                    from casework.case_file f
                    where f.ended_at is null
                      and (
                        (f.suspended_at is not null),
                        coalesce(f.due_at, 'infinity'::timestamptz),
                        f.case_id
                      ) > (:suspended, :at, :id)
                      /* filters */
                    order by
                      (f.suspended_at is not null),
                      coalesce(f.due_at, 'infinity'::timestamptz),
                      f.case_id
                    limit :limit
                    """;

    private static final String LIST_FINISHED =
            """
            -- casework.listFinished
            select
            """
                    + CaseLine.COLUMNS
                    + """
                    from casework.case_file f
                    where f.ended_at is not null
                      and (f.ended_at, f.case_id) < (:at, :id)
                      /* filters */
                    order by f.ended_at desc, f.case_id desc
                    limit :limit
                    """;

    private static final String LIST_ALL =
            """
            -- casework.listAll
            select
            """
                    + CaseLine.COLUMNS
                    + """
                    from casework.case_file f
                    where (f.reported_at, f.case_id) < (:at, :id)
                      /* filters */
                    order by f.reported_at desc, f.case_id desc
                    limit :limit
                    """;

    private static final String LIST_OLDEST =
            """
            -- casework.listOldest
            select
            """
                    + CaseLine.COLUMNS
                    + """
                    from casework.case_file f
                    where (f.reported_at, f.case_id) > (:at, :id)
                      /* filters */
                    order by f.reported_at, f.case_id
                    limit :limit
                    """;

    private static final String COUNT_OPEN =
            """
            -- casework.countOpen
            select
              f.state,
              count(*) as cases,
              count(*) filter (where f.due_at >= :now and f.warn_at >= :now) as green,
              count(*) filter (where f.due_at >= :now and f.warn_at < :now) as yellow,
              count(*) filter (where f.due_at < :now) as red
            from casework.case_file f
            where f.ended_at is null
              /* filters */
            group by f.state
            """;

    private static final String COUNT_MINE =
            """
            -- casework.countMine
            select count(*)
            from casework.case_file f
            where f.ended_at is null
              /* filters */
            """;

    private final JdbcClient db;

    CaseListStore(JdbcClient db) {
        this.db = db;
    }

    /// Where a page goes on: the moment the list is sorted by, and the case that has it.
    ///
    /// @param suspended whether it is among the open cases whose clock stands still
    /// @param at empty for an open case that has no due time
    public record Cursor(boolean suspended, Optional<Instant> at, long id) {

        private static final Cursor BEGINNING = new Cursor(false, Optional.empty(), -1);
        private static final Cursor END = new Cursor(false, Optional.empty(), Long.MAX_VALUE);

        /// The moment as PostgreSQL compares it: before all others at the beginning, after all
        /// others where there is none.
        private OffsetDateTime bound() {
            return at.map(Moments::utc).orElse(id < 0 ? OffsetDateTime.MIN : OffsetDateTime.MAX);
        }

        static Cursor after(CaseFilter filter, CaseLine row) {
            var times = row.times();
            if (filter.order() != Order.USUAL) {
                return new Cursor(false, Optional.of(times.reportedAt()), row.id());
            }
            return switch (filter.view()) {
                case FINISHED -> new Cursor(false, times.endedAt(), row.id());
                case ALL -> new Cursor(false, Optional.of(times.reportedAt()), row.id());
                case OPEN, MINE, TO_FILE, TO_DISPATCH, HANDLING, TO_CHECK, TO_CLOSE, OVERDUE ->
                        new Cursor(times.suspendedAt().isPresent(), times.dueAt(), row.id());
            };
        }
    }

    /// A page of a list.
    ///
    /// @param next empty on the last page
    public record Page(List<CaseLine> rows, Optional<Cursor> next) {}

    /// How many open cases are in a state, by light; those without a due time have none.
    public record StateCount(String state, long cases, long green, long yellow, long red) {}

    public Page listCases(CaseFilter filter, Optional<Cursor> after, int limit, Instant now) {
        var start = after.orElseGet(() -> falling(filter) ? Cursor.END : Cursor.BEGINNING);
        var where = CaseConditions.of(filter, now);
        where.values().put("suspended", start.suspended());
        var rows =
                db.sql(statement(filter, where))
                        .param("at", start.bound())
                        .param("id", start.id())
                        .param("limit", limit + 1)
                        .params(where.values())
                        .query(CaseLine::read)
                        .list();
        if (rows.size() <= limit) {
            return new Page(rows, Optional.empty());
        }
        var page = List.copyOf(rows.subList(0, limit));
        return new Page(page, Optional.of(Cursor.after(filter, page.getLast())));
    }

    private static boolean falling(CaseFilter filter) {
        return switch (filter.order()) {
            case USUAL -> filter.view() == CaseView.FINISHED || filter.view() == CaseView.ALL;
            case NEWEST -> true;
            case OLDEST -> false;
        };
    }

    public List<StateCount> countOpen(Scope scope, Instant now) {
        var where = ScopeFilter.narrow(new Where(), scope);
        return db.sql(where.into(COUNT_OPEN))
                .param("now", utc(now))
                .params(where.values())
                .query((row, _) ->
                        new StateCount(
                                row.getString("state"),
                                row.getLong("cases"),
                                row.getLong("green"),
                                row.getLong("yellow"),
                                row.getLong("red")))
                .list();
    }

    public long countMine(CaseFilter filter, Instant now) {
        var where = CaseConditions.of(filter, now);
        return db.sql(where.into(COUNT_MINE)).params(where.values()).query(Long.class).single();
    }

    private static String statement(CaseFilter filter, Where where) {
        return switch (filter.order()) {
            case USUAL ->
                    switch (filter.view()) {
                        case FINISHED -> where.into(LIST_FINISHED);
                        case ALL -> where.into(LIST_ALL);
                        case OPEN,
                                MINE,
                                TO_FILE,
                                TO_DISPATCH,
                                HANDLING,
                                TO_CHECK,
                                TO_CLOSE,
                                OVERDUE ->
                                where.into(LIST_OPEN);
                    };
            case NEWEST -> byReport(filter.view(), where).into(LIST_ALL);
            case OLDEST -> byReport(filter.view(), where).into(LIST_OLDEST);
        };
    }

    /// Open and finished cases lie together by report; the condition is the one of their indexes.
    private static Where byReport(CaseView view, Where where) {
        return switch (view) {
            case ALL -> where;
            case FINISHED -> where.and("f.ended_at is not null", "finished", true);
            case OPEN, MINE, TO_FILE, TO_DISPATCH, HANDLING, TO_CHECK, TO_CLOSE, OVERDUE ->
                    where.and("f.ended_at is null", "finished", false);
        };
    }
}
