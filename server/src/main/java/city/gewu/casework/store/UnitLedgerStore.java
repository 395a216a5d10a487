package city.gewu.casework.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.engine.indicator.Period.Window;
import city.gewu.people.Scope;
import city.gewu.people.Sight;
import city.gewu.platform.Where;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Ledgers of the units: what happened to cases while a unit had them, whoever has them now.
@Repository
public class UnitLedgerStore {

    /// What happened in the period, and what stands so now; `subject` is the unit it is booked to.
    private static final String FACTS =
            """
            fact as (
              select
                u.case_id,
                u.at,
                u.facts,
                u.department,
                u.words
              from casework.unit_fact u
              where u.at >= :from
                and u.at < :until
              union all
              select
                s.case_id,
                s.suspended_at,
                case when s.review_on <= :today
                  then array['suspended_now', 'review_due']
                  else array['suspended_now']
                end,
                s.department,
                s.request_reason
              from casework.case_file s
              where s.state = 'SUSPENDED'
                and s.ended_at is null
            ),
            booked as (
              select
                f.case_id,
                case when :depth = 0
                  then f.department
                  else coalesce(f.places[:depth], '')
                end as subject,
                f.at,
                f.facts,
                f.department,
                f.words
              from (
                select fact.*, '{}'::text[] as assisting, found.places
                from fact
                join casework.case_file found on found.case_id = fact.case_id
              ) f
              where true
                /* filters */
            )
            """;

    private static final String COUNT =
            """
            -- casework.countUnitFacts
            with
            """
                    + FACTS
                    + """
                    select b.subject, n.fact, count(distinct b.case_id) as cases
                    from booked b
                    cross join unnest(b.facts) as n (fact)
                    group by b.subject, n.fact
                    order by b.subject, n.fact
                    """;

    private static final String LIST =
            """
            -- casework.listUnitFact
            with
            """
                    + FACTS
                    + """
                    ,
                    entry as (
                      select
                        b.case_id,
                        max(b.at) as at,
                        count(*) as times,
                        (array_agg(b.department order by b.at desc))[1] as department,
                        (array_agg(b.words order by b.at desc))[1] as words
                      from booked b
                      where b.subject = :subject
                        and :fact = any(b.facts)
                      group by b.case_id
                    )
                    select
                      entry.at,
                      entry.times,
                      entry.department,
                      entry.words,
                      f.case_id, f.case_no, f.category, f.address, f.state,
                      f.department as holder, f.places, f.due_at, f.review_on, f.appeal
                    from entry
                    join casework.case_file f on f.case_id = entry.case_id
                    where (entry.at, entry.case_id) < (:before, :id)
                    order by entry.at desc, entry.case_id desc
                    limit :limit
                    """;

    private final JdbcClient db;

    UnitLedgerStore(JdbcClient db) {
        this.db = db;
    }

    /// Whose ledger, and of when.
    ///
    /// @param depth depth of the level the units belong to; 0 for departments
    /// @param today the day that reviews are due by
    public record Sheet(Window window, LocalDate today, int depth, Scope scope) {}

    /// @param subject code of the unit; empty text for cases that nobody had
    public record Count(String subject, String fact, long cases) {}

    /// A case behind a number.
    ///
    /// @param at when it last happened in the period
    /// @param times how often it did
    /// @param department who had the case then
    /// @param words what was said then, or empty text
    /// @param holder who has it now, or empty text
    public record Entry(
            Instant at,
            int times,
            String department,
            String words,
            long id,
            String caseNo,
            String category,
            String address,
            String state,
            String holder,
            List<String> places,
            Optional<Instant> dueAt,
            Optional<LocalDate> reviewOn,
            String appeal) {}

    public List<Count> count(Sheet sheet) {
        return asked(COUNT, sheet)
                .query((row, _) ->
                        new Count(
                                row.getString("subject"),
                                row.getString("fact"),
                                row.getLong("cases")))
                .list();
    }

    /// The cases behind one number, the last that happened first.
    ///
    /// @param before the moment and the id of the last case of the page before
    public List<Entry> list(
            Sheet sheet, String subject, String fact, Instant before, long id, int limit) {
        return asked(LIST, sheet)
                .param("subject", subject)
                .param("fact", fact)
                .param("before", utc(before))
                .param("id", id)
                .param("limit", limit)
                .query(UnitLedgerStore::read)
                .list();
    }

    /// A line belongs to whoever had the case then, not to who has it now.
    private StatementSpec asked(@CompileTimeConstant String statement, Sheet sheet) {
        var scope = sheet.scope();
        var seen = Sight.narrowToParts(new Where(), scope.all(), scope.parts());
        return db.sql(seen.into(statement))
                .params(seen.values())
                .param("from", utc(sheet.window().from()))
                .param("until", utc(sheet.window().to()))
                .param("today", sheet.today())
                .param("depth", sheet.depth());
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                instant(row, "at"),
                row.getInt("times"),
                row.getString("department"),
                row.getString("words"),
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getString("category"),
                row.getString("address"),
                row.getString("state"),
                row.getString("holder"),
                CaseLine.texts(row, "places"),
                findInstant(row, "due_at"),
                Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
                row.getString("appeal"));
    }
}
