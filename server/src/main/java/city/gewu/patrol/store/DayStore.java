package city.gewu.patrol.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts what somebody did in a span.
@Repository
public class DayStore {

    private static final String COUNT =
            """
            -- patrol.countDay
            select
              (
                select count(*)
                from patrol.report
                where person_id = :person
                  and not on_spot
                  and taken_at + skew_ms * interval '1 ms' >= :since
                  and taken_at + skew_ms * interval '1 ms' < :until
                  and taken_at >= :since::timestamptz - interval '2 days'
                  and taken_at < :until::timestamptz + interval '2 days'
              ) as reports,
              (
                select count(*)
                from patrol.report
                where person_id = :person
                  and on_spot
                  and taken_at + skew_ms * interval '1 ms' >= :since
                  and taken_at + skew_ms * interval '1 ms' < :until
                  and taken_at >= :since::timestamptz - interval '2 days'
                  and taken_at < :until::timestamptz + interval '2 days'
              ) as on_spot,
              (
                select count(*)
                from patrol.task
                where person_id = :person
                  and state = 'DONE'
                  and received_at >= :since
                  and received_at < :until
              ) as tasks
            """;

    private final JdbcClient db;

    DayStore(JdbcClient db) {
        this.db = db;
    }

    /// @param tasks verifications and checks whose result was applied
    public record Done(long reports, long onSpot, long tasks) {}

    /// By the moment things were found, on our clock; tasks by the moment their result came.
    public Done count(String person, Instant since, Instant until) {
        return db.sql(COUNT)
                .param("person", person)
                .param("since", utc(since))
                .param("until", utc(until))
                .query((row, _) ->
                        new Done(
                                row.getLong("reports"),
                                row.getLong("on_spot"),
                                row.getLong("tasks")))
                .single();
    }
}
