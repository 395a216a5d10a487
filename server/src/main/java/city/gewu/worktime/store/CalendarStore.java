package city.gewu.worktime.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.platform.LaidDownStore;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Calendars by version, and from when each counts.
@Repository
public class CalendarStore extends LaidDownStore {

    private static final String LOCK =
            """
            -- worktime.lockCalendars
            lock table worktime.calendar_in_force in exclusive mode
            """;

    private static final String LIST_LAID_DOWN =
            """
            -- worktime.listLaidDown
            select number, version, since, laid_down_at, author, reason,
              withdrawn_at, withdrawn_by, withdrawn_for
            from worktime.calendar_in_force
            order by number
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

    private static final String LAY_DOWN =
            """
            insert into worktime.calendar_in_force (version, since, laid_down_at, author, reason)
            values (:version, :since, :at, :author, :reason)
            """;

    private static final String WITHDRAW =
            """
            update worktime.calendar_in_force
            set withdrawn_at = :at,
              withdrawn_by = :author,
              withdrawn_for = :reason
            where number = :number
            """;

    private final JdbcClient db;

    CalendarStore(JdbcClient db) {
        super(db, new Statements(LOCK, LIST_LAID_DOWN, LAY_DOWN, WITHDRAW));
        this.db = db;
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

    /// @param hash SHA-256 of the file's bytes, hexadecimal
    public record StoredCalendar(String version, String hash, String file, String content) {}
}
