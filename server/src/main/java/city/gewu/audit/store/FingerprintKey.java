package city.gewu.audit.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The one key that typed names are fingerprinted under.
@Repository
public class FingerprintKey {

    private static final String OFFER =
            """
            insert into audit.fingerprint_key (key)
            values (:key)
            on conflict (only_one) do nothing
            """;

    private static final String GET =
            """
            select key
            from audit.fingerprint_key
            """;

    private final JdbcClient db;

    FingerprintKey(JdbcClient db) {
        this.db = db;
    }

    /// The key that is kept: the one offered when there was none.
    public byte[] keepOr(byte[] offered) {
        db.sql(OFFER).param("key", offered).update();
        return db.sql(GET).query((row, _) -> row.getBytes("key")).single();
    }
}
