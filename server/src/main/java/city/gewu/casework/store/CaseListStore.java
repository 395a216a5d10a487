package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.SearchWords;
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

/// The lists of the desk. Open cases stand by time left, finished ones by when they ended, all of
/// them by when they were reported.
@Repository
public class CaseListStore {

    private static final String LIST_OPEN =
            """
            -- casework.listOpen
            select
              %s
            from casework.case_file f
            where f.ended_at is null
              and (coalesce(f.due_at, 'infinity'::timestamptz), f.case_id) > (:at, :id)
              %s
            order by coalesce(f.due_at, 'infinity'::timestamptz), f.case_id
            limit :limit
            """;

    private static final String LIST_FINISHED =
            """
            -- casework.listFinished
            select
              %s
            from casework.case_file f
            where f.ended_at is not null
              and (f.ended_at, f.case_id) < (:at, :id)
              %s
            order by f.ended_at desc, f.case_id desc
            limit :limit
            """;

    private static final String LIST_ALL =
            """
            -- casework.listAll
            select
              %s
            from casework.case_file f
            where (f.reported_at, f.case_id) < (:at, :id)
              %s
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
              %s
            group by f.state
            """;

    private static final String COUNT_MINE =
            """
            -- casework.countMine
            select count(*)
            from casework.case_file f
            where f.ended_at is null
              %s
            """;

    private final JdbcClient db;

    CaseListStore(JdbcClient db) {
        this.db = db;
    }

    /// Where a page goes on: the moment the list is sorted by, and the case that has it.
    ///
    /// @param at empty for an open case that has no due time
    public record Cursor(Optional<Instant> at, long id) {

        private static final Cursor BEGINNING = new Cursor(Optional.empty(), -1);
        private static final Cursor END = new Cursor(Optional.empty(), Long.MAX_VALUE);

        /// The moment as PostgreSQL compares it: before all others at the beginning, after all
        /// others where there is none.
        private OffsetDateTime bound() {
            return at.map(Moments::utc).orElse(id < 0 ? OffsetDateTime.MIN : OffsetDateTime.MAX);
        }

        static Cursor after(CaseView view, CaseRow row) {
            var times = row.times();
            return switch (view) {
                case FINISHED -> new Cursor(times.endedAt(), row.id());
                case ALL -> new Cursor(Optional.of(times.reportedAt()), row.id());
                case OPEN, MINE, TO_FILE, TO_DISPATCH, HANDLING, TO_CHECK, TO_CLOSE, OVERDUE ->
                        new Cursor(times.dueAt(), row.id());
            };
        }
    }

    /// A page of a list.
    ///
    /// @param next empty on the last page
    public record Page(List<CaseRow> rows, Optional<Cursor> next) {}

    /// How many open cases are in a state, by light; those without a due time have none.
    public record StateCount(String state, long cases, long green, long yellow, long red) {}

    public Page listCases(CaseFilter filter, Optional<Cursor> after, int limit, Instant now) {
        boolean falling = filter.view() == CaseView.FINISHED || filter.view() == CaseView.ALL;
        var start = after.orElseGet(() -> falling ? Cursor.END : Cursor.BEGINNING);
        var where = where(filter, now);
        var rows =
                db.sql(statement(filter.view()).formatted(CaseRow.COLUMNS.strip(), where.andSql()))
                        .param("at", start.bound())
                        .param("id", start.id())
                        .param("limit", limit + 1)
                        .params(where.values())
                        .query(CaseRow::of)
                        .list();
        if (rows.size() <= limit) {
            return new Page(rows, Optional.empty());
        }
        var page = List.copyOf(rows.subList(0, limit));
        return new Page(page, Optional.of(Cursor.after(filter.view(), page.getLast())));
    }

    public List<StateCount> countOpen(Optional<String> scope, Instant now) {
        var where = new Where();
        scope(where, scope);
        return db.sql(COUNT_OPEN.formatted(where.andSql()))
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
        return db.sql(COUNT_MINE.formatted(where.andSql()))
                .params(where.values())
                .query(Long.class)
                .single();
    }

    private static String statement(CaseView view) {
        return switch (view) {
            case FINISHED -> LIST_FINISHED;
            case ALL -> LIST_ALL;
            case OPEN, MINE, TO_FILE, TO_DISPATCH, HANDLING, TO_CHECK, TO_CLOSE, OVERDUE ->
                    LIST_OPEN;
        };
    }

    private static Where where(CaseFilter filter, Instant now) {
        var where = new Where();
        scope(where, filter.scope());
        view(where, filter, now);
        where.and("f.category = :category", "category", given(filter.category()))
                .and("f.department = :department", "department", given(filter.department()))
                .and("f.source = :source", "source", given(filter.source()))
                .and("f.places[:depth] = :unit", "unit", given(filter.unit()));
        where.values().put("depth", filter.depth());
        found(where, filter.typed().strip());
        return where;
    }

    private static void scope(Where where, Optional<String> scope) {
        where.and(
                "(f.department = :scope or :scope = any(f.assisting))",
                "scope",
                scope.orElse(null));
    }

    private static void view(Where where, CaseFilter filter, Instant now) {
        switch (filter.view()) {
            case TO_FILE, TO_DISPATCH, HANDLING, TO_CHECK, TO_CLOSE ->
                    where.and(
                            "f.state = any(:states)",
                            "states",
                            filter.view().states().toArray(String[]::new));
            case OVERDUE ->
                    where.and("f.due_at < :now and f.suspended_at is null", "now", utc(now));
            case MINE -> {
                var mine = filter.mine();
                where.and(
                        """
                        (f.reporter = :account
                          or f.state = any(:owed)
                            and (f.department = :handles or :handles = ''))\
                        """,
                        "account",
                        mine.account());
                where.values().put("owed", mine.states().toArray(String[]::new));
                where.values().put("handles", mine.department());
            }
            case OPEN, FINISHED, ALL -> {}
        }
    }

    /// By words of the case, or by the beginning of its number.
    private static void found(Where where, String typed) {
        if (typed.isEmpty()) {
            return;
        }
        where.and(
                """
                f.case_id in (
                    select s.case_id
                    from casework.case_search s
                    where s.words @@ :words::tsquery
                    union all
                    select s.case_id
                    from casework.case_search s
                    where s.case_no ^@ :typed)\
                """,
                "words",
                SearchWords.query(typed).orElse(""));
        where.values().put("typed", typed.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
