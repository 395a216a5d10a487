package city.gewu.messaging.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.messaging.NewNotice;
import city.gewu.messaging.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Notices, and what became of each on each way.
@Repository
public class NoticeStore {

    private static final String ADD =
            """
            insert into messaging.notice
              (recipient_kind, recipient, topic, value_names, value_texts, language, key, made_at)
            values (:kind, :recipient, :topic, :names, :texts, :language, :key, :now)
            on conflict (key) do nothing
            returning notice_id
            """;

    private static final String ADD_DELIVERY =
            """
            insert into messaging.delivery (notice_id, channel, state, next_at, reason)
            values (:notice, :channel, :state, :next, :reason)
            """;

    private static final String CLAIM =
            """
            with due as (
              select delivery_id
              from messaging.delivery
              where state = 'queued'
                and next_at <= :now
              order by next_at, delivery_id
              limit :limit
              for update skip locked
            ), claimed as (
              update messaging.delivery d
              set attempts = attempts + 1,
                next_at = :again
              from due
              where d.delivery_id = due.delivery_id
              returning d.delivery_id, d.notice_id, d.channel, d.attempts
            )
            select c.delivery_id, c.channel, c.attempts, n.notice_id, n.recipient_kind, n.recipient,
              n.topic, n.value_names, n.value_texts, n.language
            from claimed c
            join messaging.notice n on n.notice_id = c.notice_id
            order by c.delivery_id
            """;

    private static final String SETTLE =
            """
            update messaging.delivery
            set state = :state,
              reason = :reason,
              next_at = coalesce(cast(:next as timestamptz), next_at),
              done_at = :done
            where delivery_id = :id
            """;

    private static final String LIST_OF_STAFF =
            """
            select notice_id, topic, value_names, value_texts, made_at, read_at
            from messaging.notice
            where recipient_kind = 'staff'
              and recipient = :account
              and (not :unread or read_at is null)
            order by notice_id desc
            limit :limit
            """;

    private static final String COUNT_UNREAD =
            """
            select count(*)
            from messaging.notice
            where recipient_kind = 'staff'
              and recipient = :account
              and read_at is null
            """;

    private static final String MARK_READ =
            """
            update messaging.notice
            set read_at = :now
            where recipient_kind = 'staff'
              and recipient = :account
              and notice_id <= :upTo
              and read_at is null
            """;

    private static final String LIST_FATES =
            """
            select d.delivery_id, n.notice_id, n.topic, n.recipient_kind, n.made_at, d.channel,
              d.state, d.attempts, d.reason, d.done_at,
              coalesce(n.value_texts[array_position(n.value_names, 'number')], '') as number
            from messaging.delivery d
            join messaging.notice n on n.notice_id = d.notice_id
            where d.delivery_id < :before
            order by d.delivery_id desc
            limit :limit
            """;

    private final JdbcClient db;

    NoticeStore(JdbcClient db) {
        this.db = db;
    }

    /// A delivery whose turn it is.
    public record Due(
            long delivery,
            String channel,
            int attempts,
            long notice,
            Recipient to,
            String topic,
            Map<String, String> values,
            String language) {}

    public record InApp(
            long id, String topic, Map<String, String> values, Instant at, boolean read) {}

    /// What became of a notice on one way.
    ///
    /// @param number of the case it is about; empty text where it is about none
    public record Fate(
            long delivery,
            long notice,
            String topic,
            String recipientKind,
            String number,
            Instant at,
            String channel,
            String state,
            int attempts,
            String reason,
            Optional<Instant> doneAt) {}

    /// The id; empty when the key was there.
    public Optional<Long> add(NewNotice notice, Instant now) {
        return add(
                notice.to().kind().code(),
                notice.to().id(),
                notice.topic(),
                notice.values(),
                notice.language(),
                notice.key(),
                now);
    }

    /// @param recipient a mark, when the kind is `phone`
    public Optional<Long> add(
            String kind,
            String recipient,
            String topic,
            Map<String, String> values,
            String language,
            String key,
            Instant now) {
        var sorted = new TreeMap<>(values);
        return db.sql(ADD)
                .param("kind", kind)
                .param("recipient", recipient)
                .param("topic", topic)
                .param("names", sorted.keySet().toArray(String[]::new))
                .param("texts", sorted.values().toArray(String[]::new))
                .param("language", language)
                .param("key", key)
                .param("now", utc(now))
                .query(Long.class)
                .optional();
    }

    public void addDelivery(
            long notice, String channel, String state, Instant next, String reason) {
        db.sql(ADD_DELIVERY)
                .param("notice", notice)
                .param("channel", channel)
                .param("state", state)
                .param("next", utc(next))
                .param("reason", reason)
                .update();
    }

    /// Takes what is due; whoever is killed with it has it tried again at `again`.
    public List<Due> claim(Instant now, Instant again, int limit) {
        return db.sql(CLAIM)
                .param("now", utc(now))
                .param("again", utc(again))
                .param("limit", limit)
                .query(NoticeStore::due)
                .list();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getLong("delivery_id"),
                row.getString("channel"),
                row.getInt("attempts"),
                row.getLong("notice_id"),
                new Recipient(
                        Recipient.Kind.valueOf(
                                row.getString("recipient_kind").toUpperCase(Locale.ROOT)),
                        row.getString("recipient")),
                row.getString("topic"),
                values(row),
                row.getString("language"));
    }

    private static Map<String, String> values(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("value_names").getArray();
        var texts = (String[]) row.getArray("value_texts").getArray();
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            values.put(names[i], texts[i]);
        }
        return values;
    }

    /// @param next when to try again; null when it is over
    public void settle(
            long delivery,
            String state,
            String reason,
            @Nullable Instant next,
            @Nullable Instant done) {
        db.sql(SETTLE)
                .param("id", delivery)
                .param("state", state)
                .param("reason", reason)
                .param("next", next == null ? null : utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("done", done == null ? null : utc(done), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    public List<InApp> listOfStaff(String account, boolean unread, int limit) {
        return db.sql(LIST_OF_STAFF)
                .param("account", account)
                .param("unread", unread)
                .param("limit", limit)
                .query((row, _) ->
                        new InApp(
                                row.getLong("notice_id"),
                                row.getString("topic"),
                                values(row),
                                instant(row, "made_at"),
                                findInstant(row, "read_at").isPresent()))
                .list();
    }

    public int countUnread(String account) {
        return db.sql(COUNT_UNREAD).param("account", account).query(Integer.class).single();
    }

    public void markRead(String account, long upTo, Instant now) {
        db.sql(MARK_READ)
                .param("account", account)
                .param("upTo", upTo)
                .param("now", utc(now))
                .update();
    }

    /// Newest first, before a delivery.
    public List<Fate> listFates(long before, int limit) {
        return db.sql(LIST_FATES)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) ->
                        new Fate(
                                row.getLong("delivery_id"),
                                row.getLong("notice_id"),
                                row.getString("topic"),
                                row.getString("recipient_kind"),
                                row.getString("number"),
                                instant(row, "made_at"),
                                row.getString("channel"),
                                row.getString("state"),
                                row.getInt("attempts"),
                                row.getString("reason"),
                                findInstant(row, "done_at")))
                .list();
    }
}
