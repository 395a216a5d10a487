package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.SearchWords;
import city.gewu.casework.model.Waiting;
import city.gewu.people.Scope;
import city.gewu.platform.Moments;
import city.gewu.platform.Where;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

        static Cursor after(CaseView view, CaseLine row) {
            var times = row.times();
            return switch (view) {
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
        boolean falling = filter.view() == CaseView.FINISHED || filter.view() == CaseView.ALL;
        var start = after.orElseGet(() -> falling ? Cursor.END : Cursor.BEGINNING);
        var where = where(filter, now);
        if (!falling) {
            where.values().put("suspended", start.suspended());
        }
        var rows =
                db.sql(statement(filter.view(), where))
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
        return new Page(page, Optional.of(Cursor.after(filter.view(), page.getLast())));
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
        var where = where(filter, now);
        return db.sql(where.into(COUNT_MINE)).params(where.values()).query(Long.class).single();
    }

    private static String statement(CaseView view, Where where) {
        return switch (view) {
            case FINISHED -> where.into(LIST_FINISHED);
            case ALL -> where.into(LIST_ALL);
            case OPEN, MINE, TO_FILE, TO_DISPATCH, HANDLING, TO_CHECK, TO_CLOSE, OVERDUE ->
                    where.into(LIST_OPEN);
        };
    }

    private static Where where(CaseFilter filter, Instant now) {
        var where = ScopeFilter.narrow(new Where(), filter.scope());
        view(where, filter, now);
        where.and("f.category = :category", "category", given(filter.category()))
                .and("f.department = :department", "department", given(filter.department()))
                .and("f.source = :source", "source", given(filter.source()))
                .and("f.places[:depth] = :unit", "unit", given(filter.unit()));
        where.values().put("depth", filter.depth());
        found(where, filter.typed().strip());
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
            case MINE -> {
                where.and(
                        """
                        (f.state = any(:owed)
                          or (f.state = any(:handled) and f.department = any(:handles)))\
                        """,
                        "owed",
                        filter.waiting().states().toArray(String[]::new));
                where.values().put("handled", Waiting.AT_DEPARTMENT.toArray(String[]::new));
                where.values()
                        .put("handles", filter.waiting().departments().toArray(String[]::new));
            }
            case OPEN, FINISHED, ALL -> {}
        }
    }

    /// By words of the case, or by the beginning of its number. One condition over one table, so
    /// that the planner may go either way: from the few cases that have a rare word to the list, or
    /// along the list to the first that have a common one.
    private static void found(Where where, String typed) {
        if (typed.isEmpty()) {
            return;
        }
        where.and(
                """
                f.case_id in (
                    select s.case_id
                    from casework.case_search s
                    where s.words @@ :words::tsquery or s.case_no ^@ :typed)\
                """,
                "words",
                SearchWords.query(typed).orElse(""));
        where.values().put("typed", typed.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
