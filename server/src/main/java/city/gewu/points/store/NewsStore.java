package city.gewu.points.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which days something became known of: in the ledger of cases, on phones, of tasks.
@Repository
public class NewsStore {

    private static final String LIST_DAYS =
            """
            -- points.listDaysOfNews
            select distinct (n.at at time zone :zone)::date as day
            from (
              select c.reported_at as at
              from casework.pub_case_event_now e
              join casework.pub_case_now c on c.case_id = e.case_id
              where e.recorded_at > :after
                and e.recorded_at <= :until
              union
              select e.at
              from casework.pub_case_event_now e
              where e.recorded_at > :after
                and e.recorded_at <= :until
                and e.kind in ('verification-reported', 'check-passed', 'check-failed')
              union
              select started_at
              from patrol.pub_turn_told
              where received_at > :after
                and received_at <= :until
              union
              select from_at
              from patrol.pub_off_ground
              where found_at > :after
                and found_at <= :until
              union
              select due_at
              from patrol.pub_given_task
              where state = 'LATE'
                and due_at > :after
                and due_at <= :until
            ) n
            """;

    private static final String FIND_FIRST_REPORT =
            """
            -- points.findFirstReport
            select min(reported_at) as at
            from casework.pub_case_now
            """;

    private final JdbcClient db;

    NewsStore(JdbcClient db) {
        this.db = db;
    }

    /// @param zone the city's
    public List<LocalDate> listDays(Instant after, Instant until, String zone) {
        return db.sql(LIST_DAYS)
                .param("after", utc(after))
                .param("until", utc(until))
                .param("zone", zone)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    public Optional<Instant> findFirstReport() {
        return db.sql(FIND_FIRST_REPORT).query((row, _) -> findInstant(row, "at")).single();
    }
}
