package city.gewu.points.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Days that have to be computed, and those that were.
@Repository
public class DueDayStore {

    private static final String LOCK =
            """
            select pg_advisory_xact_lock(hashtextextended('points.book', 0))::text
            """;

    private static final String ADD =
            """
            insert into points.due_day (day)
            select distinct day
            from unnest(:days::date[]) as n (day)
            on conflict do nothing
            """;

    private static final String LIST =
            """
            select day
            from points.due_day
            order by day
            limit :most
            """;

    private static final String REMOVE =
            """
            delete from points.due_day
            where day = :day
            """;

    private static final String WAS_BOOKED =
            """
            select count(*) > 0
            from points.booked_day
            where day = :day
            """;

    private static final String SAVE_BOOKED =
            """
            insert into points.booked_day (day, at)
            values (:day, :at)
            on conflict (day) do update
            set at = excluded.at
            """;

    private static final String FIND_UNTIL =
            """
            select until
            from points.told_until
            """;

    private static final String SAVE_UNTIL =
            """
            insert into points.told_until (until)
            values (:until)
            on conflict (only_one) do update
            set until = excluded.until
            """;

    private final JdbcClient db;

    DueDayStore(JdbcClient db) {
        this.db = db;
    }

    /// Lets one booking go on at a time, until the transaction ends.
    public void lock() {
        db.sql(LOCK).query((_, _) -> true).single();
    }

    public void add(Collection<LocalDate> days) {
        db.sql(ADD)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    /// The oldest first.
    public List<LocalDate> list(int most) {
        return db.sql(LIST)
                .param("most", most)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    public void remove(LocalDate day) {
        db.sql(REMOVE).param("day", day).update();
    }

    public boolean wasBooked(LocalDate day) {
        return db.sql(WAS_BOOKED).param("day", day).query(Boolean.class).single();
    }

    public void saveBooked(LocalDate day, Instant at) {
        db.sql(SAVE_BOOKED).param("day", day).param("at", utc(at)).update();
    }

    public Optional<Instant> findUntil() {
        return db.sql(FIND_UNTIL).query((row, _) -> instant(row, "until")).optional();
    }

    public void saveUntil(Instant until) {
        db.sql(SAVE_UNTIL).param("until", utc(until)).update();
    }
}
