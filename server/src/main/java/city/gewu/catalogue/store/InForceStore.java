package city.gewu.catalogue.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.platform.LaidDown;
import city.gewu.platform.LaidDown.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// From when each scheme counts.
@Repository
public class InForceStore {

    private static final String LOCK =
            """
            -- catalogue.lockSchemes
            lock table catalogue.scheme_in_force in exclusive mode
            """;

    private static final String LIST_LAID_DOWN =
            """
            -- catalogue.listLaidDown
            select number, version, since, laid_down_at, author, reason,
              withdrawn_at, withdrawn_by, withdrawn_for
            from catalogue.scheme_in_force
            order by number
            """;

    private static final String LAY_DOWN =
            """
            insert into catalogue.scheme_in_force (version, since, laid_down_at, author, reason)
            values (:version, :since, :at, :author, :reason)
            """;

    private static final String WITHDRAW =
            """
            update catalogue.scheme_in_force
            set withdrawn_at = :at,
              withdrawn_by = :author,
              withdrawn_for = :reason
            where number = :number
            """;

    private final JdbcClient db;

    InForceStore(JdbcClient db) {
        this.db = db;
    }

    /// Until the transaction ends nobody else lays a scheme down.
    public void lock() {
        db.sql(LOCK).update();
    }

    /// Everything that was ever laid down, in that order.
    public List<LaidDown> listLaidDown() {
        return db.sql(LIST_LAID_DOWN).query(InForceStore::laidDown).list();
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
}
