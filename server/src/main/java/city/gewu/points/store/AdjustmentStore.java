package city.gewu.points.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.points.model.Adjustment;
import city.gewu.points.model.Adjustment.Kind;
import city.gewu.points.model.Adjustment.State;
import city.gewu.points.model.Deed;
import city.gewu.points.model.Deed.About;
import city.gewu.points.model.Due.EntryKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What one person proposed and another decided.
@Repository
public class AdjustmentStore {

    private static final String SAVE =
            """
            insert into points.adjustment (
              kind, person_id, amount, entry_id, rule, cause, deed_day, case_id, case_no, reason,
              photos, state, proposed_by, proposed_at)
            values (
              :kind, :person, :amount, cast(:entry as bigint), :rule, :cause,
              cast(:deedDay as date), cast(:caseId as bigint), :caseNo, :reason, :photos,
              'PROPOSED', :by, :at)
            on conflict do nothing
            returning adjustment_id
            """;

    private static final String DECIDE =
            """
            update points.adjustment
            set state = :state, decided_by = :by, decided_at = :at, answer = :answer
            where adjustment_id = :id
              and state = 'PROPOSED'
            """;

    private static final String FIND =
            """
            select *
            from points.adjustment
            where adjustment_id = :id
            """;

    private static final String LIST =
            """
            -- points.listAdjustments
            select *
            from points.adjustment
            where person_id = any(:people::text[])
              and (:open = false or state = 'PROPOSED')
            order by adjustment_id desc
            limit 200
            """;

    private static final String LIST_WAIVED =
            """
            -- points.listWaived
            select person_id, rule, cause
            from points.adjustment
            where kind = 'OBJECTION'
              and state = 'GRANTED'
              and deed_day = :day
            """;

    private static final String LIST_FALSIFIED =
            """
            -- points.listFalsified
            select person_id, case_id
            from points.adjustment
            where kind = 'FALSIFICATION'
              and state = 'GRANTED'
              and case_id = any(:cases::bigint[])
            """;

    private static final String LIST_PROVEN =
            """
            -- points.listProven
            select adjustment_id, person_id, case_id, case_no, decided_at
            from points.adjustment
            where kind = 'FALSIFICATION'
              and state = 'GRANTED'
              and decided_at >= :from
              and decided_at < :until
            """;

    private final JdbcClient db;

    AdjustmentStore(JdbcClient db) {
        this.db = db;
    }

    /// Answers the id; empty when an objection to the entry is there already.
    public Optional<Long> save(Adjustment wish) {
        return db.sql(SAVE)
                .param("kind", wish.kind().name())
                .param("person", wish.person())
                .param("amount", wish.amount())
                .param("entry", wish.entry().orElse(null))
                .param("rule", wish.key().map(EntryKey::rule).orElse(""))
                .param("cause", wish.key().map(EntryKey::cause).orElse(""))
                .param("deedDay", wish.deedDay().orElse(null))
                .param("caseId", wish.caseId().orElse(null))
                .param("caseNo", wish.caseNo())
                .param("reason", wish.reason())
                .param("photos", wish.photos().toArray(String[]::new))
                .param("by", wish.proposedBy())
                .param("at", utc(wish.proposedAt()))
                .query(Long.class)
                .optional();
    }

    /// Answers whether it was still open.
    public boolean decide(long id, State state, String by, Instant at, String answer) {
        return db.sql(DECIDE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", utc(at))
                        .param("answer", answer)
                        .update()
                == 1;
    }

    public Optional<Adjustment> find(long id) {
        return db.sql(FIND).param("id", id).query(AdjustmentStore::adjustment).optional();
    }

    /// Of some people, the newest first, 200 at most.
    public List<Adjustment> list(Collection<String> people, boolean onlyOpen) {
        return db.sql(LIST)
                .param("people", people.toArray(String[]::new))
                .param("open", onlyOpen)
                .query(AdjustmentStore::adjustment)
                .list();
    }

    /// Entries of a day of which an objection was granted.
    public Set<EntryKey> listWaived(LocalDate deedDay) {
        return new HashSet<>(
                db.sql(LIST_WAIVED).param("day", deedDay).query((row, _) -> key(row)).list());
    }

    private static EntryKey key(ResultSet row) throws SQLException {
        return new EntryKey(
                row.getString("person_id"), row.getString("rule"), row.getString("cause"));
    }

    /// Who was proven to have falsified one of these cases.
    public Set<Falsified> listFalsified(Collection<Long> cases) {
        return new HashSet<>(
                db.sql(LIST_FALSIFIED)
                        .param("cases", cases.toArray(Long[]::new))
                        .query((row, _) ->
                                new Falsified(row.getString("person_id"), row.getLong("case_id")))
                        .list());
    }

    public record Falsified(String person, long caseId) {}

    /// Falsifications that were proven within a span, as deeds of those who did it.
    public List<Deed> listProven(Instant from, Instant until) {
        return db.sql(LIST_PROVEN)
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, _) ->
                        Deed.of(
                                Deed.Kind.FALSIFIED,
                                row.getString("person_id"),
                                instant(row, "decided_at"),
                                "adjustment/" + row.getLong("adjustment_id"),
                                new About(
                                        row.getLong("case_id"),
                                        row.getString("case_no"),
                                        "",
                                        "",
                                        "",
                                        ""),
                                OptionalDouble.empty()))
                .list();
    }

    private static Adjustment adjustment(ResultSet row, int number) throws SQLException {
        long entry = row.getLong("entry_id");
        boolean hasEntry = !row.wasNull();
        long caseId = row.getLong("case_id");
        boolean hasCase = !row.wasNull();
        return new Adjustment(
                row.getLong("adjustment_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("person_id"),
                row.getInt("amount"),
                hasEntry ? Optional.of(entry) : Optional.empty(),
                hasEntry ? Optional.of(key(row)) : Optional.empty(),
                Optional.ofNullable(row.getObject("deed_day", LocalDate.class)),
                hasCase ? Optional.of(caseId) : Optional.empty(),
                row.getString("case_no"),
                row.getString("reason"),
                List.of((String[]) row.getArray("photos").getArray()),
                State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                instant(row, "proposed_at"),
                row.getString("decided_by"),
                findInstant(row, "decided_at"),
                row.getString("answer"));
    }
}
