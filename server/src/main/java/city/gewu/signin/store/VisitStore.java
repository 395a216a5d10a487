package city.gewu.signin.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People on their way to the provider and back, by the hash of a cookie.
@Repository
public class VisitStore {

    private static final String INSERT =
            """
            insert into signin.provider_visit (
              token_hash, state, nonce, verifier, redirect_uri, expires_at)
            values (:hash, :state, :nonce, :verifier, :redirectUri, :expiresAt)
            """;

    private static final String TAKE =
            """
            delete from signin.provider_visit
            where token_hash = :hash
              and expires_at > :at
            returning state, nonce, verifier, redirect_uri
            """;

    private static final String DELETE_EXPIRED =
            """
            delete from signin.provider_visit
            where expires_at <= :at
            """;

    private final JdbcClient db;

    VisitStore(JdbcClient db) {
        this.db = db;
    }

    /// @param state what the provider must send back
    /// @param nonce what the provider must put into the ID token
    /// @param verifier what proves to the provider that whoever asks for the token went there
    /// @param redirectUri where the provider sends the person back to
    public record Visit(String state, String nonce, String verifier, String redirectUri) {}

    public void insert(byte[] hash, Visit visit, Instant expiresAt) {
        db.sql(INSERT)
                .param("hash", hash)
                .param("state", visit.state())
                .param("nonce", visit.nonce())
                .param("verifier", visit.verifier())
                .param("redirectUri", visit.redirectUri())
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    /// The visit, which is over with this.
    public Optional<Visit> take(byte[] hash, Instant now) {
        return db.sql(TAKE)
                .param("hash", hash)
                .param("at", utc(now))
                .query((row, _) ->
                        new Visit(
                                row.getString("state"),
                                row.getString("nonce"),
                                row.getString("verifier"),
                                row.getString("redirect_uri")))
                .optional();
    }

    public void deleteExpired(Instant now) {
        db.sql(DELETE_EXPIRED).param("at", utc(now)).update();
    }
}
