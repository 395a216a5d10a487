package city.gewu.signin.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Second factors: the encrypted secret, the step last used, and codes on paper.
@Repository
public class FactorStore {

    private static final String BEGIN =
            """
            insert into signin.second_factor (account_id, secret, begun_at)
            values (:account, :secret, :at)
            on conflict (account_id) do update
            set secret = excluded.secret,
              begun_at = excluded.begun_at
            where second_factor.confirmed_at is null
            """;

    private static final String FIND_SECRET =
            """
            select secret
            from signin.second_factor
            where account_id = :account
              and (confirmed_at is not null) = :confirmed
            """;

    private static final String CONFIRM =
            """
            update signin.second_factor
            set confirmed_at = :at,
              last_step = :step
            where account_id = :account
              and confirmed_at is null
            """;

    private static final String USE_STEP =
            """
            update signin.second_factor
            set last_step = :step
            where account_id = :account
              and confirmed_at is not null
              and last_step < :step
            """;

    private static final String USE_RECOVERY_CODE =
            """
            delete from signin.recovery_code
            where account_id = :account
              and code_hash = :hash
            """;

    private static final String INSERT_RECOVERY_CODES =
            """
            insert into signin.recovery_code (account_id, code_hash)
            select :account, hash
            from unnest(:hashes::bytea[]) as made (hash)
            """;

    private static final String DELETE =
            """
            delete from signin.second_factor
            where account_id = :account
            """;

    private static final String DELETE_RECOVERY_CODES =
            """
            delete from signin.recovery_code
            where account_id = :account
            """;

    private final JdbcClient db;

    FactorStore(JdbcClient db) {
        this.db = db;
    }

    /// Keeps a secret that no code has confirmed yet. Answers whether it was kept: a confirmed one
    /// stays.
    public boolean begin(String account, byte[] secret, Instant at) {
        return db.sql(BEGIN)
                        .param("account", account)
                        .param("secret", secret)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    public Optional<byte[]> findSecret(String account, boolean confirmed) {
        return db.sql(FIND_SECRET)
                .param("account", account)
                .param("confirmed", confirmed)
                .query((row, _) -> row.getBytes("secret"))
                .optional();
    }

    public boolean confirm(String account, long step, Instant at) {
        return db.sql(CONFIRM)
                        .param("account", account)
                        .param("step", step)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /// Whether no code of this step or a later one was used before; of two requests at once, one
    /// wins.
    public boolean useStep(String account, long step) {
        return db.sql(USE_STEP).param("account", account).param("step", step).update() == 1;
    }

    /// Whether the code was one of those left; it is none from now on.
    public boolean useRecoveryCode(String account, byte[] hash) {
        return db.sql(USE_RECOVERY_CODE).param("account", account).param("hash", hash).update()
                == 1;
    }

    public void replaceRecoveryCodes(String account, List<byte[]> hashes) {
        db.sql(DELETE_RECOVERY_CODES).param("account", account).update();
        db.sql(INSERT_RECOVERY_CODES)
                .param("account", account)
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
    }

    public void delete(String account) {
        db.sql(DELETE_RECOVERY_CODES).param("account", account).update();
        db.sql(DELETE).param("account", account).update();
    }
}
