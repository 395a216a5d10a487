package city.gewu.worktime.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.platform.LaidDown;
import city.gewu.platform.LaidDown.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Calendars by version, and from when each counts.
@Repository
public class CalendarStore {

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
        this.db = db;
    }

    /// Until the transaction ends nobody else lays a calendar down.
    public void lock() {
        db.sql(LOCK).update();
    }

    /// Everything that was ever laid down, in that order.
    public List<LaidDown> listLaidDown() {
        return db.sql(LIST_LAID_DOWN).query(CalendarStore::laidDown).list();
    }

    private static LaidDown laidDown(ResultSet row, int number) throws SQLException {
        var by = row.getString("withdrawn_by");
        var why = row.getString("withdrawn_for");
        return new LaidDown(
                row.getLong("number"),
                row.getString("version"),
                instant(row, "since"),
                instant(row, "laid_down_at"),
                row.getString("author"),
                row.getString("reason"),
                findInstant(row, "withdrawn_at").map(at -> new Withdrawal(at, by, why)));
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

    public void layDown(String version, Instant since, Instant at, String author, String reason) {
        db.sql(LAY_DOWN)
                .param("version", version)
                .param("since", utc(since))
                .param("at", utc(at))
                .param("author", author)
                .param("reason", reason)
                .update();
    }

    public void withdraw(long number, Instant at, String author, String reason) {
        db.sql(WITHDRAW)
                .param("number", number)
                .param("at", utc(at))
                .param("author", author)
                .param("reason", reason)
                .update();
    }

    /// @param hash SHA-256 of the file's bytes, hexadecimal
    public record StoredCalendar(String version, String hash, String file, String content) {}
}
