package city.gewu.screen.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what the screen shows. The open cases, those reported and those ended since yesterday are
/// few among millions, and each has an index of its own.
@Repository
public class ScreenStore {

    private static final String COUNT_REPORTED =
            """
            -- screen.countReported
            select
              f.category,
              floor(extract(epoch from f.reported_at - :start) / 3600)::int as hour,
              count(*) as cases,
              count(*) filter (where f.state = 'FIXED_ON_SPOT') as on_spot
            from casework.pub_case_now f
            where f.reported_at >= :start
              and f.reported_at < :end
              /* filters */
            group by f.category, hour
            """;

    private static final String COUNT_CLOSED =
            """
            -- screen.countClosed
            select
              floor(extract(epoch from f.ended_at - :start) / 3600)::int as hour,
              count(*) as cases
            from casework.pub_case_now f
            where f.ended_at >= :start
              and f.ended_at < :end
              and f.state in ('CLOSED', 'FIXED_ON_SPOT')
              /* filters */
            group by hour
            """;

    private static final String COUNT_OPEN =
            """
            -- screen.countOpen
            select
              coalesce(f.places[:depth], '') as unit,
              count(*) as cases,
              count(*) filter (where f.suspended_at is null
                and f.due_at >= :now and f.warn_at < :now) as soon,
              count(*) filter (where f.suspended_at is null and f.due_at < :now) as overdue
            from casework.pub_case_now f
            where f.ended_at is null
              /* filters */
            group by unit
            """;

    private static final String LIST_OVERDUE =
            """
            -- screen.listOverdue
            select f.case_id, f.case_no, f.category, f.address, f.due_at
            from casework.pub_case_now f
            where f.ended_at is null
              and f.suspended_at is null
              and coalesce(f.due_at, 'infinity'::timestamptz) < :now
              /* filters */
            order by coalesce(f.due_at, 'infinity'::timestamptz), f.case_id
            limit :limit
            """;

    private static final String LIST_EVENTS =
            """
            -- screen.listEvents
            select e.case_id, e.seq, e.kind, e.at, f.case_no, f.category, f.address
            from casework.pub_case_event_now e
            join casework.pub_case_now f on f.case_id = e.case_id
            where e.recorded_at >= :start
              and e.at <= :now
              /* filters */
            order by e.at desc, e.case_id desc, e.seq desc
            limit :limit
            """;

    private static final String COUNT_POSTED =
            """
            -- screen.countPosted
            select
              f.post,
              count(distinct f.person_id) as people,
              count(distinct duty.person_id) as on_duty
            from people.pub_posting f
            left join patrol.pub_on_duty duty on duty.person_id = f.person_id
            where f.first_day <= :day
              and (f.last_day is null or f.last_day >= :day)
              and f.post = any(:posts::text[])
            group by f.post
            """;

    private final JdbcClient db;

    ScreenStore(JdbcClient db) {
        this.db = db;
    }

    /// @param hour since the start of the day, from 0
    public record Reported(String category, int hour, long cases, long onSpot) {}

    /// @param unit empty text for cases that lie in none
    public record Open(String unit, long cases, long soon, long overdue) {}

    public record LateRow(long id, String caseNo, String category, String address, Instant dueAt) {}

    public record EventRow(
            long id,
            int seq,
            String kind,
            Instant at,
            String caseNo,
            String category,
            String address) {}

    public record PostedRow(String post, long people, long onDuty) {}

    public List<Reported> countReported(Ground ground, Instant start, Instant end) {
        var where = ground.filter();
        return db.sql(where.into(COUNT_REPORTED))
                .params(where.values())
                .param("start", utc(start))
                .param("end", utc(end))
                .query((row, _) ->
                        new Reported(
                                row.getString("category"),
                                row.getInt("hour"),
                                row.getLong("cases"),
                                row.getLong("on_spot")))
                .list();
    }

    /// Cases closed or fixed on the spot by hour since the start.
    public Map<Integer, Long> countClosed(Ground ground, Instant start, Instant end) {
        var hours = new LinkedHashMap<Integer, Long>();
        var where = ground.filter();
        db.sql(where.into(COUNT_CLOSED))
                .params(where.values())
                .param("start", utc(start))
                .param("end", utc(end))
                .query(row -> {
                    hours.put(row.getInt("hour"), row.getLong("cases"));
                });
        return hours;
    }

    /// Open cases by unit of a level.
    ///
    /// @param depth of the level, from 1
    public List<Open> countOpen(Ground ground, int depth, Instant now) {
        var where = ground.filter();
        return db.sql(where.into(COUNT_OPEN))
                .params(where.values())
                .param("depth", depth)
                .param("now", utc(now))
                .query((row, _) ->
                        new Open(
                                row.getString("unit"),
                                row.getLong("cases"),
                                row.getLong("soon"),
                                row.getLong("overdue")))
                .list();
    }

    public List<LateRow> listOverdue(Ground ground, Instant now, int limit) {
        var where = ground.filter();
        return db.sql(where.into(LIST_OVERDUE))
                .params(where.values())
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) ->
                        new LateRow(
                                row.getLong("case_id"),
                                row.getString("case_no"),
                                row.getString("category"),
                                row.getString("address"),
                                instant(row, "due_at")))
                .list();
    }

    /// What was written into the ledger since the start, newest first.
    public List<EventRow> listEvents(Ground ground, Instant start, Instant now, int limit) {
        var where = ground.filter();
        return db.sql(where.into(LIST_EVENTS))
                .params(where.values())
                .param("start", utc(start))
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) ->
                        new EventRow(
                                row.getLong("case_id"),
                                row.getInt("seq"),
                                row.getString("kind"),
                                instant(row, "at"),
                                row.getString("case_no"),
                                row.getString("category"),
                                row.getString("address")))
                .list();
    }

    /// People who hold one of the posts on a day, and those of them who are on duty now.
    public List<PostedRow> countPosted(LocalDate day, List<String> posts) {
        return db.sql(COUNT_POSTED)
                .param("day", day)
                .param("posts", posts.toArray(String[]::new))
                .query((row, _) ->
                        new PostedRow(
                                row.getString("post"),
                                row.getLong("people"),
                                row.getLong("on_duty")))
                .list();
    }
}
