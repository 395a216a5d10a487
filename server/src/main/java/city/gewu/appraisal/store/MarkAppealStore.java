package city.gewu.appraisal.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.appraisal.model.FactSheet.Exempted;
import city.gewu.appraisal.model.MarkAppeal;
import city.gewu.appraisal.model.MarkAppeal.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Appeals against marks, and what granted ones leave out.
@Repository
public class MarkAppealStore {

    private static final String SAVE =
            """
            insert into appraisal.appeal (
              month, kind, subject, indicator, cases, reason, photos, state, lodged_by, lodged_at)
            values (
              :month, :kind, :subject, :indicator, :cases, :reason, :photos, 'LODGED', :by, :at)
            on conflict do nothing
            returning appeal_id
            """;

    private static final String FIND =
            """
            select *
            from appraisal.appeal
            where appeal_id = :id
            """;

    private static final String LIST =
            """
            select *
            from appraisal.appeal
            where month = :month
            order by appeal_id
            """;

    private static final String LIST_WITH =
            """
            select *
            from appraisal.appeal
            where photos @> array[:photo]::text[]
            """;

    private static final String LIST_NUMBERS =
            """
            select case_id, case_no
            from casework.pub_case
            where case_id in (
              select unnest(cases)
              from appraisal.appeal
              where month = :month)
            """;

    private static final String COUNT_OPEN =
            """
            select count(*)
            from appraisal.appeal
            where month = :month
              and state = 'LODGED'
            """;

    private static final String DECIDE =
            """
            update appraisal.appeal
            set state = :state, decided_by = :by, decided_at = :at, answer = :answer
            where appeal_id = :id
              and state = 'LODGED'
            """;

    private static final String EXEMPT =
            """
            insert into appraisal.exemption (appeal_id, numerator, denominator)
            values (:id, :numerator, :denominator)
            """;

    private static final String LIST_EXEMPTED =
            """
            select a.subject, a.indicator, e.numerator, e.denominator
            from appraisal.exemption e
            join appraisal.appeal a on a.appeal_id = e.appeal_id
            where a.month = :month
              and a.kind = :kind
            order by a.appeal_id
            """;

    private final JdbcClient db;

    MarkAppealStore(JdbcClient db) {
        this.db = db;
    }

    /// Answers the id; empty when the figure was appealed against before.
    public Optional<Long> save(MarkAppeal appeal) {
        return db.sql(SAVE)
                .param("month", appeal.month().toString())
                .param("kind", appeal.kind())
                .param("subject", appeal.subject())
                .param("indicator", appeal.indicator())
                .param("cases", appeal.cases().toArray(Long[]::new))
                .param("reason", appeal.reason())
                .param("photos", appeal.photos().toArray(String[]::new))
                .param("by", appeal.lodgedBy())
                .param("at", utc(appeal.lodgedAt()))
                .query(Long.class)
                .optional();
    }

    public Optional<MarkAppeal> find(long id) {
        return db.sql(FIND).param("id", id).query(MarkAppealStore::appeal).optional();
    }

    /// In the order they came.
    public List<MarkAppeal> list(YearMonth month) {
        return db.sql(LIST).param("month", month.toString()).query(MarkAppealStore::appeal).list();
    }

    /// Numbers of the cases that the appeals of a month name, by their id.
    public Map<Long, String> listNumbers(YearMonth month) {
        var numbers = new HashMap<Long, String>();
        db.sql(LIST_NUMBERS)
                .param("month", month.toString())
                .query(row -> {
                    numbers.put(row.getLong("case_id"), row.getString("case_no"));
                });
        return numbers;
    }

    /// Appeals that carry a photo.
    public List<MarkAppeal> listWith(String photo) {
        return db.sql(LIST_WITH).param("photo", photo).query(MarkAppealStore::appeal).list();
    }

    public int countOpen(YearMonth month) {
        return db.sql(COUNT_OPEN).param("month", month.toString()).query(Integer.class).single();
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

    public void exempt(long id, long numerator, long denominator) {
        db.sql(EXEMPT)
                .param("id", id)
                .param("numerator", numerator)
                .param("denominator", denominator)
                .update();
    }

    public List<Exempted> listExempted(YearMonth month, String kind) {
        return db.sql(LIST_EXEMPTED)
                .param("month", month.toString())
                .param("kind", kind)
                .query((row, _) ->
                        new Exempted(
                                row.getString("subject"),
                                row.getString("indicator"),
                                row.getLong("numerator"),
                                row.getLong("denominator")))
                .list();
    }

    private static MarkAppeal appeal(ResultSet row, int number) throws SQLException {
        return new MarkAppeal(
                row.getLong("appeal_id"),
                YearMonth.parse(row.getString("month")),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("indicator"),
                List.of((Long[]) row.getArray("cases").getArray()),
                row.getString("reason"),
                List.of((String[]) row.getArray("photos").getArray()),
                State.valueOf(row.getString("state")),
                row.getString("lodged_by"),
                instant(row, "lodged_at"),
                row.getString("decided_by"),
                findInstant(row, "decided_at"),
                row.getString("answer"));
    }
}
