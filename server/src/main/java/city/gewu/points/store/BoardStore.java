package city.gewu.points.store;

import static city.gewu.platform.Moments.instant;

import city.gewu.platform.Named;
import city.gewu.points.model.Due.EntryKey;
import city.gewu.points.model.Statement;
import city.gewu.points.model.Statement.DaySum;
import city.gewu.points.model.Statement.Line;
import city.gewu.points.model.Statement.RuleSum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ledger of points as it is read.
@Repository
public class BoardStore {

    private static final String SUM_BY_PERSON =
            """
            -- points.sumByPerson
            select person_id, sum(amount) as amount
            from points.entry
            where day between :first and :last
              and person_id = any(:people::text[])
            group by person_id
            """;

    private static final String SUM_BY_DAY =
            """
            -- points.sumByDay
            select day, sum(amount) as amount, count(*) as entries
            from points.entry
            where person_id = :person
              and day between :first and :last
            group by day
            order by day
            """;

    private static final String SUM_BY_RULE =
            """
            -- points.sumByRule
            select rule, max(text_zh) as text_zh, max(text_en) as text_en, sum(amount) as amount,
              count(*) as entries
            from points.entry
            where person_id = :person
              and day between :first and :last
            group by rule
            order by sum(amount) desc, rule
            """;

    private static final String LIST =
            """
            -- points.listEntries
            select e.entry_id, e.day, e.deed_day, e.at, e.amount, e.rule, e.version, e.cause,
              e.case_id, e.case_no, e.category, e.text_zh, e.text_en, e.note, e.reverses,
              e.booked_at, e.by_hand, a.state as objection
            from points.entry e
            left join points.adjustment a on a.entry_id = e.entry_id
            where e.person_id = :person
              and e.day between :first and :last
            order by e.at desc, e.entry_id desc
            limit 2000
            """;

    private static final String FIND =
            """
            select person_id, rule, cause, deed_day, amount, case_id, case_no, by_hand,
              reverses is not null as counter
            from points.entry
            where entry_id = :id
            """;

    private static final String LIST_DAYS_OF_CASE =
            """
            -- points.listDaysOfCase
            select distinct deed_day
            from points.entry
            where person_id = :person
              and case_id = :caseId
              and not by_hand
            """;

    private static final String FIND_NUMBER =
            """
            -- points.findNumber
            select max(case_no)
            from points.entry
            where person_id = :person
              and case_id = :caseId
            """;

    private final JdbcClient db;

    BoardStore(JdbcClient db) {
        this.db = db;
    }

    /// An entry as an objection needs it.
    public record Objected(
            EntryKey key,
            LocalDate deedDay,
            int amount,
            Optional<Long> caseId,
            String caseNo,
            boolean byHand,
            boolean counter) {}

    /// Hundredths by person.
    public Map<String, Integer> sumByPerson(
            Collection<String> people, LocalDate first, LocalDate last) {
        var sums = new LinkedHashMap<String, Integer>();
        db.sql(SUM_BY_PERSON)
                .param("people", people.toArray(String[]::new))
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    sums.put(row.getString("person_id"), row.getInt("amount"));
                });
        return sums;
    }

    /// What one person earned and lost in a span of days.
    public Statement read(String person, LocalDate first, LocalDate last) {
        return new Statement(
                span(SUM_BY_DAY, person, first, last)
                        .query((row, _) ->
                                new DaySum(
                                        row.getObject("day", LocalDate.class),
                                        row.getInt("amount"),
                                        row.getInt("entries")))
                        .list(),
                span(SUM_BY_RULE, person, first, last)
                        .query((row, _) ->
                                new RuleSum(
                                        row.getString("rule"),
                                        words(row),
                                        row.getInt("amount"),
                                        row.getInt("entries")))
                        .list(),
                span(LIST, person, first, last).query(BoardStore::line).list());
    }

    private JdbcClient.StatementSpec span(
            String statement, String person, LocalDate first, LocalDate last) {
        return db.sql(statement).param("person", person).param("first", first).param("last", last);
    }

    private static Named words(ResultSet row) throws SQLException {
        return new Named(row.getString("text_zh"), row.getString("text_en"));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        long reverses = row.getLong("reverses");
        boolean counter = !row.wasNull();
        return new Line(
                row.getLong("entry_id"),
                row.getObject("day", LocalDate.class),
                row.getObject("deed_day", LocalDate.class),
                instant(row, "at"),
                row.getInt("amount"),
                row.getString("rule"),
                row.getString("version"),
                row.getString("cause"),
                caseId(row),
                row.getString("case_no"),
                words(row),
                row.getString("note"),
                counter ? Optional.of(reverses) : Optional.empty(),
                row.getBoolean("by_hand"),
                Optional.ofNullable(row.getString("objection")),
                instant(row, "booked_at"));
    }

    private static Optional<Long> caseId(ResultSet row) throws SQLException {
        long id = row.getLong("case_id");
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }

    public Optional<Objected> find(long entry) {
        return db.sql(FIND)
                .param("id", entry)
                .query((row, _) ->
                        new Objected(
                                new EntryKey(
                                        row.getString("person_id"),
                                        row.getString("rule"),
                                        row.getString("cause")),
                                row.getObject("deed_day", LocalDate.class),
                                row.getInt("amount"),
                                caseId(row),
                                row.getString("case_no"),
                                row.getBoolean("by_hand"),
                                row.getBoolean("counter")))
                .optional();
    }

    /// Days of the deeds of a person that were about a case.
    public List<LocalDate> listDaysOfCase(String person, long caseId) {
        return db.sql(LIST_DAYS_OF_CASE)
                .param("person", person)
                .param("caseId", caseId)
                .query((row, _) -> row.getObject("deed_day", LocalDate.class))
                .list();
    }

    /// Number of a case that the person has points of.
    public Optional<String> findNumber(String person, long caseId) {
        return db.sql(FIND_NUMBER)
                .param("person", person)
                .param("caseId", caseId)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
