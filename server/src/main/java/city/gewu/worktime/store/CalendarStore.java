package city.gewu.worktime.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Calendars by version, and which one is in force.
@Repository
public class CalendarStore {

    private static final String FIND_IN_FORCE =
            """
            -- worktime.findInForce
            select calendar.version, calendar.hash, calendar.file, calendar.content
            from worktime.calendar
            where calendar.version = (
              select version
              from worktime.calendar_in_force
              order by number desc
              limit 1)
            """;

    private static final String FIND =
            """
            select version, hash, file, content
            from worktime.calendar
            where version = :version
            """;

    private static final String INSERT =
            """
            insert into worktime.calendar (version, hash, file, content, imported_at)
            values (:version, :hash, :file, :content, :at)
            """;

    private static final String PUT_IN_FORCE =
            """
            insert into worktime.calendar_in_force (version, since)
            values (:version, :at)
            """;

    private final JdbcClient db;

    CalendarStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<StoredCalendar> findInForce() {
        return db.sql(FIND_IN_FORCE).query(StoredCalendar.class).optional();
    }

    public Optional<StoredCalendar> find(String version) {
        return db.sql(FIND).param("version", version).query(StoredCalendar.class).optional();
    }

    public void insert(StoredCalendar calendar, Instant at) {
        db.sql(INSERT)
                .param("version", calendar.version())
                .param("hash", calendar.hash())
                .param("file", calendar.file())
                .param("content", calendar.content())
                .param("at", utc(at))
                .update();
    }

    public void putInForce(String version, Instant at) {
        db.sql(PUT_IN_FORCE).param("version", version).param("at", utc(at)).update();
    }

    /// @param hash SHA-256 of the file's bytes, hexadecimal
    public record StoredCalendar(String version, String hash, String file, String content) {}
}
