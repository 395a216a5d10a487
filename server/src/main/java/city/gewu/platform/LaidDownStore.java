package city.gewu.platform;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.platform.LaidDown.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From when what was laid down counts. Each module that lays something down has a table of its own
/// with the same columns, and its own statements over it.
public abstract class LaidDownStore {

    private final JdbcClient db;
    private final Statements statements;

    /// @param lock keeps others from laying down until the transaction ends
    /// @param list `number`, `version`, `since`, `laid_down_at`, `author`, `reason` and the three
    ///   columns of a withdrawal, by number
    /// @param layDown with `version`, `since`, `at`, `author`, `reason`
    /// @param withdraw with `number`, `at`, `author`, `reason`
    public record Statements(String lock, String list, String layDown, String withdraw) {}

    protected LaidDownStore(JdbcClient db, Statements statements) {
        this.db = db;
        this.statements = statements;
    }

    /// Until the transaction ends nobody else lays down.
    public void lock() {
        db.sql(statements.lock()).update();
    }

    /// Everything that was ever laid down, in that order.
    public List<LaidDown> listLaidDown() {
        return db.sql(statements.list()).query(LaidDownStore::laidDown).list();
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

    public void layDown(String version, Instant since, Instant at, String author, String reason) {
        db.sql(statements.layDown())
                .param("version", version)
                .param("since", utc(since))
                .param("at", utc(at))
                .param("author", author)
                .param("reason", reason)
                .update();
    }

    public void withdraw(long number, Instant at, String author, String reason) {
        db.sql(statements.withdraw())
                .param("number", number)
                .param("at", utc(at))
                .param("author", author)
                .param("reason", reason)
                .update();
    }
}
