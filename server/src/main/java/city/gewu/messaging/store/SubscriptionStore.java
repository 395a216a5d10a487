package city.gewu.messaging.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.messaging.Recipient;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Browsers that want to be woken.
@Repository
public class SubscriptionStore {

    private static final String SAVE =
            """
            insert into messaging.push_subscription
              (endpoint, owner_kind, owner, p256dh, auth, made_at)
            values (:endpoint, :kind, :owner, :p256dh, :auth, :now)
            on conflict (endpoint) do update
            set owner_kind = excluded.owner_kind,
              owner = excluded.owner,
              p256dh = excluded.p256dh,
              auth = excluded.auth,
              made_at = excluded.made_at
            """;

    private static final String LIST =
            """
            select endpoint, p256dh, auth
            from messaging.push_subscription
            where owner_kind = :kind
              and owner = :owner
            order by made_at desc
            limit 5
            """;

    private static final String DELETE =
            """
            delete from messaging.push_subscription
            where endpoint = :endpoint
            """;

    private final JdbcClient db;

    SubscriptionStore(JdbcClient db) {
        this.db = db;
    }

    /// @param p256dh base64url, as `auth`
    public record Subscribed(String endpoint, String p256dh, String auth) {}

    public void save(Recipient owner, Subscribed subscribed, Instant now) {
        db.sql(SAVE)
                .param("endpoint", subscribed.endpoint())
                .param("kind", owner.kind().code())
                .param("owner", owner.id())
                .param("p256dh", subscribed.p256dh())
                .param("auth", subscribed.auth())
                .param("now", utc(now))
                .update();
    }

    public List<Subscribed> list(Recipient owner) {
        return db.sql(LIST)
                .param("kind", owner.kind().code())
                .param("owner", owner.id())
                .query((row, _) ->
                        new Subscribed(
                                row.getString("endpoint"),
                                row.getString("p256dh"),
                                row.getString("auth")))
                .list();
    }

    public void delete(String endpoint) {
        db.sql(DELETE).param("endpoint", endpoint).update();
    }
}
