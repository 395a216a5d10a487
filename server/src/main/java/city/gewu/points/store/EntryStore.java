package city.gewu.points.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.platform.Named;
import city.gewu.points.model.Booking.Booked;
import city.gewu.points.model.Booking.NewEntry;
import city.gewu.points.model.Deed.About;
import city.gewu.points.model.Due;
import city.gewu.points.model.Due.EntryKey;
import city.gewu.points.model.Due.Note;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ledger of points as booking writes it.
@Repository
public class EntryStore {

    private static final String LIST_BOOKED =
            """
            -- points.listBooked
            select distinct on (person_id, rule, cause)
              person_id, rule, cause, at, case_id, case_no, category, text_zh, text_en, amount,
              turn, reverses,
              sum(amount) over (partition by person_id, rule, cause) as net,
              entry_id
            from points.entry
            where deed_day = :day
              and not by_hand
            order by person_id, rule, cause, turn desc
            """;

    private static final String APPEND =
            """
            -- points.append
            insert into points.entry (
              person_id, day, deed_day, at, amount, rule, version, cause, turn, case_id, case_no,
              category, text_zh, text_en, note, reverses, by_hand, booked_at)
            select
              n.person_id, :day, :deedDay, n.at, n.amount, n.rule, :version, n.cause, n.turn,
              nullif(n.case_id, 0), n.case_no, n.category, n.text_zh, n.text_en, n.note,
              nullif(n.reverses, 0), false, :now
            from unnest(
              :people::text[], :moments::timestamptz[], :amounts::int[], :rules::text[],
              :causes::text[], :turns::int[], :cases::bigint[], :numbers::text[],
              :categories::text[], :zh::text[], :en::text[], :notes::text[], :reverses::bigint[])
              as n (person_id, at, amount, rule, cause, turn, case_id, case_no, category, text_zh,
                text_en, note, reverses)
            """;

    private static final String APPEND_BY_HAND =
            """
            insert into points.entry (
              person_id, day, deed_day, at, amount, rule, version, cause, turn, case_id, case_no,
              text_zh, text_en, by_hand, booked_at)
            values (
              :person, :day, :day, :at, :amount, 'by-hand', '', :cause, 1, :caseId, :caseNo,
              :words, :words, true, :at)
            """;

    private final JdbcClient db;

    EntryStore(JdbcClient db) {
        this.db = db;
    }

    /// @param day the day the entries count for
    /// @param deedDay the day it was done
    public record Page(LocalDate day, LocalDate deedDay, String version) {}

    /// What the ledger has of the deeds of a day, by key.
    public Map<EntryKey, Booked> listBooked(LocalDate deedDay) {
        var booked = new HashMap<EntryKey, Booked>();
        db.sql(LIST_BOOKED)
                .param("day", deedDay)
                .query(row -> {
                    var last = due(row);
                    row.getLong("reverses");
                    var standing =
                            row.wasNull()
                                    ? Optional.of(row.getLong("entry_id"))
                                    : Optional.<Long>empty();
                    booked.put(
                            last.key(),
                            new Booked(last, row.getInt("net"), row.getInt("turn"), standing));
                });
        return booked;
    }

    private static Due due(ResultSet row) throws SQLException {
        long caseId = row.getLong("case_id");
        return new Due(
                new EntryKey(
                        row.getString("person_id"), row.getString("rule"), row.getString("cause")),
                instant(row, "at"),
                row.getInt("amount"),
                Note.NONE,
                caseId == 0
                        ? Optional.empty()
                        : Optional.of(
                                new About(
                                        caseId,
                                        row.getString("case_no"),
                                        row.getString("category"),
                                        "",
                                        "",
                                        "")),
                new Named(row.getString("text_zh"), row.getString("text_en")));
    }

    public void append(Page page, List<NewEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        db.sql(APPEND)
                .param("day", page.day())
                .param("deedDay", page.deedDay())
                .param("version", page.version())
                .param("now", utc(now))
                .param("people", texts(entries, one -> one.due().key().person()))
                .param("moments", texts(entries, one -> one.due().at().toString()))
                .param("amounts", numbers(entries, one -> one.due().amount()))
                .param("rules", texts(entries, one -> one.due().key().rule()))
                .param("causes", texts(entries, one -> one.due().key().cause()))
                .param("turns", numbers(entries, NewEntry::turn))
                .param("cases", ids(entries, one -> one.due().about().map(About::caseId)))
                .param("numbers", texts(entries, one -> about(one, About::number)))
                .param("categories", texts(entries, one -> about(one, About::category)))
                .param("zh", texts(entries, one -> one.due().words().zh()))
                .param("en", texts(entries, one -> one.due().words().en()))
                .param("notes", texts(entries, EntryStore::note))
                .param("reverses", ids(entries, NewEntry::reverses))
                .update();
    }

    private static String about(NewEntry entry, Function<About, String> part) {
        return entry.due().about().map(part).orElse("");
    }

    private static String note(NewEntry entry) {
        var note = entry.due().note();
        return note == Note.NONE ? "" : note.name();
    }

    private static String[] texts(List<NewEntry> entries, Function<NewEntry, String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }

    private static Integer[] numbers(List<NewEntry> entries, Function<NewEntry, Integer> part) {
        return entries.stream().map(part).toArray(Integer[]::new);
    }

    private static Long[] ids(List<NewEntry> entries, Function<NewEntry, Optional<Long>> part) {
        return entries.stream().map(part).map(id -> id.orElse(0L)).toArray(Long[]::new);
    }

    /// What two people agreed on.
    ///
    /// @param amount in hundredths
    /// @param caseNo empty text when it is about no case
    public record ByHand(
            String person,
            LocalDate day,
            int amount,
            String cause,
            Optional<Long> caseId,
            String caseNo,
            String words) {}

    public void append(ByHand entry, Instant now) {
        db.sql(APPEND_BY_HAND)
                .param("person", entry.person())
                .param("day", entry.day())
                .param("at", utc(now))
                .param("amount", entry.amount())
                .param("cause", entry.cause())
                .param("caseId", entry.caseId().orElse(null))
                .param("caseNo", entry.caseNo())
                .param("words", entry.words())
                .update();
    }
}
