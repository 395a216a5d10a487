package city.gewu.casework.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.SearchWords;
import city.gewu.people.Scope;
import city.gewu.people.Sight;
import city.gewu.platform.Moments;
import city.gewu.platform.Where;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
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

    private static final String SPAN_NUMBERS =
            """
            -- casework.spanNumbers
            select min(s.reported_at) as first, max(s.reported_at) as last
            from casework.case_search s
            where s.case_no >= :start
              and s.case_no < :end
            having count(*) > 0
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

    CaseListStore(DataSource source) {
        this.db = PlannedForValues.over(source);
    }

    /// Where a page goes on: the moment the list is sorted by, and the case that has it.
    ///
    /// @param suspended whether it is among the open cases whose clock stands still
    /// @param at empty for an open case that has no due time
    public record Cursor(boolean suspended, Optional<Instant> at, long id) {

        static final Cursor BEGINNING = new Cursor(false, Optional.empty(), -1);
        static final Cursor END = new Cursor(false, Optional.empty(), Long.MAX_VALUE);

        /// The moment as PostgreSQL compares it: before all others at the beginning, after all
        /// others where there is none.
        private OffsetDateTime bound() {
            return at.map(Moments::utc).orElse(id < 0 ? OffsetDateTime.MIN : OffsetDateTime.MAX);
        }
    }

    /// A page of a list.
    ///
    /// @param next empty on the last page
    public record Page(List<CaseLine> rows, Optional<Cursor> next) {}

    /// How many open cases are in a state, by light; those without a due time have none.
    public record StateCount(String state, long cases, long green, long yellow, long red) {}

    public Page listCases(CaseFilter filter, Optional<Cursor> after, int limit, Instant now) {
        var order = ListOrder.of(filter);
        var start = after.orElseGet(order::start);
        var found = new LinkedHashMap<Long, CaseLine>();
        for (var search : listSearches(filter.narrowing().typed().strip())) {
            list(filter, search, start, limit + 1, now).forEach(line -> found.put(line.id(), line));
        }
        return page(order, found.values(), limit);
    }

    private List<CaseLine> list(
            CaseFilter filter, Search search, Cursor start, int limit, Instant now) {
        var where = CaseConditions.of(filter, now);
        search.narrow(where);
        var statement = statement(filter, where);
        where.values().put("suspended", start.suspended());
        return db.sql(statement)
                .param("at", start.bound())
                .param("id", start.id())
                .param("limit", limit)
                .params(where.values())
                .query(CaseLine::read)
                .list();
    }

    /// Each way what was typed may be found is a list of its own with its own plan; a page is the
    /// first of them all.
    private List<Search> listSearches(String typed) {
        if (typed.isEmpty()) {
            return List.of(new Search.Everything());
        }
        var searches = new ArrayList<Search>();
        SearchWords.query(typed).map(Search.ByWords::new).ifPresent(searches::add);
        var start = typed.toLowerCase(Locale.ROOT);
        var end = start + Search.AFTER_ANY;
        db.sql(SPAN_NUMBERS)
                .param("start", start)
                .param("end", end)
                .query((row, _) ->
                        new Search.ByNumber(
                                start, end, instant(row, "first"), instant(row, "last")))
                .optional()
                .ifPresent(searches::add);
        return searches;
    }

    private static Page page(ListOrder order, Collection<CaseLine> found, int limit) {
        var rows = found.stream().sorted(order.comparator()).limit(limit + 1L).toList();
        if (rows.size() <= limit) {
            return new Page(rows, Optional.empty());
        }
        var page = List.copyOf(rows.subList(0, limit));
        return new Page(page, Optional.of(order.after(page.getLast())));
    }

    public List<StateCount> countOpen(Scope scope, Instant now) {
        var where = Sight.narrow(new Where(), scope);
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
        return switch (ListOrder.of(filter)) {
            case TIME_LEFT -> where.into(LIST_OPEN);
            case END -> where.into(LIST_FINISHED);
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
