package city.gewu.patrol.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.patrol.model.Fix;
import city.gewu.patrol.model.PhoneTime;
import city.gewu.patrol.model.Turn;
import city.gewu.patrol.model.Turn.Fence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Turns of duty and every signing on and off.
@Repository
public class DutyStore {

    private static final String LOCK_PERSON =
            """
            -- patrol.lockPerson
            select pg_advisory_xact_lock(hashtextextended('patrol.duty:' || :person, 0))
            """;

    private static final String FIND_SIGN =
            """
            -- patrol.findSign
            select person_id, on_duty, inside, distance_m, level, unit
            from patrol.duty_sign
            where client_id = :clientId
            """;

    private static final String SAVE_SIGN =
            """
            -- patrol.saveSign
            insert into patrol.duty_sign (
              client_id, duty_id, person_id, what, at, sent_at, received_at, longitude, latitude,
              accuracy_m, on_duty, inside, distance_m, level, unit)
            values (:clientId, :duty, :person, :what, :at, :sentAt, :receivedAt, :longitude,
              :latitude, :accuracy, :onDuty, :inside, :distance, :level, :unit)
            """;

    private static final String FIND_LATEST =
            """
            -- patrol.findLatestTurn
            select duty_id, person_id, phone_from, phone_to, skew_ms, started_at, ended_at,
              ended_by, inside, distance_m, level, unit
            from patrol.duty
            where person_id = :person
              and phone_from <= :at
            order by phone_from desc
            limit 1
            """;

    private static final String START =
            """
            -- patrol.startTurn
            insert into patrol.duty (
              person_id, phone_from, skew_ms, started_at, inside, distance_m, level, unit)
            values (:person, :from, :skew, :startedAt, :inside, :distance, :level, :unit)
            returning duty_id
            """;

    private static final String END =
            """
            -- patrol.endTurn
            update patrol.duty
            set phone_to = :to,
              ended_at = :endedAt,
              ended_by = 'PERSON'
            where duty_id = :duty
            """;

    private static final String END_FORGOTTEN =
            """
            -- patrol.endForgotten
            with next as (
              select
                d.duty_id,
                least(
                  d.started_at + :longest * interval '1 second',
                  (
                    select min(later.started_at)
                    from patrol.duty later
                    where later.person_id = d.person_id
                      and later.phone_from > d.phone_from)) as ended_at
              from patrol.duty d
              where d.ended_at is null
                and (:person = '' or d.person_id = :person)
            )
            update patrol.duty d
            set ended_at = greatest(next.ended_at, d.started_at),
              phone_to = greatest(next.ended_at, d.started_at) - d.skew_ms * interval '1 ms',
              ended_by = 'RULE'
            from next
            where next.duty_id = d.duty_id
              and next.ended_at <= :now
            """;

    private static final String LIST_TURNS =
            """
            -- patrol.listTurns
            select duty_id, person_id, phone_from, phone_to, skew_ms, started_at, ended_at,
              ended_by, inside, distance_m, level, unit
            from patrol.duty
            where person_id = any(:people::text[])
              and started_at < :until
              and (ended_at is null or ended_at > :since)
            order by started_at, duty_id
            """;

    private static final String LIST_BY_PHONE =
            """
            -- patrol.listByPhone
            select duty_id, person_id, phone_from, phone_to, skew_ms, started_at, ended_at,
              ended_by, inside, distance_m, level, unit
            from patrol.duty
            where person_id = :person
              and phone_from <= :until
              and (phone_to is null or phone_to >= :since)
            order by phone_from desc
            """;

    private final JdbcClient db;

    DutyStore(JdbcClient db) {
        this.db = db;
    }

    /// What a signing on or off was answered.
    public record Signed(String person, boolean onDuty, Fence fence) {}

    /// @param turn empty when it belongs to none
    public record Sign(
            UUID clientId,
            Optional<Long> turn,
            boolean on,
            PhoneTime time,
            Instant sentAt,
            Instant receivedAt,
            Fix fix,
            Signed answer) {}

    /// Lets one signing of a person go on at a time, until the transaction ends.
    public void lockPerson(String person) {
        db.sql(LOCK_PERSON).param("person", person).query((_, _) -> true).single();
    }

    public Optional<Signed> findSign(UUID clientId) {
        return db.sql(FIND_SIGN)
                .param("clientId", clientId)
                .query((row, _) ->
                        new Signed(
                                row.getString("person_id"), row.getBoolean("on_duty"), fence(row)))
                .optional();
    }

    public void saveSign(Sign sign) {
        var fence = sign.answer().fence();
        db.sql(SAVE_SIGN)
                .param("clientId", sign.clientId())
                .param("duty", sign.turn().orElse(null))
                .param("person", sign.answer().person())
                .param("what", sign.on() ? "ON" : "OFF")
                .param("at", utc(sign.time().at()))
                .param("sentAt", utc(sign.sentAt()))
                .param("receivedAt", utc(sign.receivedAt()))
                .param("longitude", sign.fix().longitude())
                .param("latitude", sign.fix().latitude())
                .param("accuracy", sign.fix().accuracyMetres())
                .param("onDuty", sign.answer().onDuty())
                .param("inside", fence.inside())
                .param("distance", fence.metres())
                .param("level", fence.level())
                .param("unit", fence.unit())
                .update();
    }

    /// The last turn that had begun at a moment of the phone.
    public Optional<Turn> findLatest(String person, Instant at) {
        return db.sql(FIND_LATEST)
                .param("person", person)
                .param("at", utc(at))
                .query(DutyStore::turn)
                .optional();
    }

    public long start(String person, PhoneTime time, Fence fence) {
        return db.sql(START)
                .param("person", person)
                .param("from", utc(time.at()))
                .param("skew", time.skew().toMillis())
                .param("startedAt", utc(time.corrected()))
                .param("inside", fence.inside())
                .param("distance", fence.metres())
                .param("level", fence.level())
                .param("unit", fence.unit())
                .query(Long.class)
                .single();
    }

    /// @param endedAt by our clock
    public void end(long turn, Instant phoneTo, Instant endedAt) {
        db.sql(END)
                .param("duty", turn)
                .param("to", utc(phoneTo))
                .param("endedAt", utc(endedAt))
                .update();
    }

    /// Ends what nobody signed off: when it has lasted the longest, or when another turn began.
    ///
    /// @param person empty text for everybody
    public int endForgotten(String person, Duration longest, Instant now) {
        return db.sql(END_FORGOTTEN)
                .param("person", person)
                .param("longest", longest.toSeconds())
                .param("now", utc(now))
                .update();
    }

    /// Turns of some people that touch a span, in the order they began.
    public List<Turn> listTurns(Collection<String> people, Instant since, Instant until) {
        return db.sql(LIST_TURNS)
                .param("people", people.toArray(String[]::new))
                .param("since", utc(since))
                .param("until", utc(until))
                .query(DutyStore::turn)
                .list();
    }

    /// Turns of a person that touch a span of the phone's clock, the last begun first.
    public List<Turn> listByPhone(String person, Instant since, Instant until) {
        return db.sql(LIST_BY_PHONE)
                .param("person", person)
                .param("since", utc(since))
                .param("until", utc(until))
                .query(DutyStore::turn)
                .list();
    }

    static Turn turn(ResultSet row, int number) throws SQLException {
        String by = row.getString("ended_by");
        return new Turn(
                row.getLong("duty_id"),
                row.getString("person_id"),
                instant(row, "phone_from"),
                findInstant(row, "phone_to"),
                Duration.ofMillis(row.getLong("skew_ms")),
                instant(row, "started_at"),
                findInstant(row, "ended_at"),
                by.isEmpty() ? Optional.empty() : Optional.of(Turn.End.valueOf(by)),
                fence(row));
    }

    private static Fence fence(ResultSet row) throws SQLException {
        return new Fence(
                row.getBoolean("inside"),
                row.getDouble("distance_m"),
                row.getString("level"),
                row.getString("unit"));
    }
}
