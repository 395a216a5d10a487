package city.gewu.appraisal.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Public halves of the keys that sign months; none is ever taken away.
@Repository
public class SigningKeyStore {

    private static final String LIST =
            """
            select key_id, algorithm, public_key, since
            from appraisal.signing_key
            order by since desc, key_id
            """;

    private static final String SAVE =
            """
            insert into appraisal.signing_key (key_id, algorithm, public_key, since)
            values (:id, :algorithm, :key, :since)
            """;

    private final JdbcClient db;

    SigningKeyStore(JdbcClient db) {
        this.db = db;
    }

    /// @param id beginning of the SHA-256 of the key
    /// @param encoded X.509
    @SuppressWarnings("ArrayRecordComponent")
    public record PublicHalf(String id, String algorithm, byte[] encoded, Instant since) {}

    /// The newest first.
    public List<PublicHalf> list() {
        return db.sql(LIST)
                .query((row, _) ->
                        new PublicHalf(
                                row.getString("key_id"),
                                row.getString("algorithm"),
                                row.getBytes("public_key"),
                                instant(row, "since")))
                .list();
    }

    public Optional<PublicHalf> find(String id) {
        return list().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    public void save(PublicHalf key) {
        db.sql(SAVE)
                .param("id", key.id())
                .param("algorithm", key.algorithm())
                .param("key", key.encoded())
                .param("since", utc(key.since()))
                .update();
    }
}
