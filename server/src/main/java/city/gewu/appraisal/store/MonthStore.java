package city.gewu.appraisal.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.appraisal.model.MonthState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where months stand.
@Repository
public class MonthStore {

    private static final String LOCK =
            """
            select pg_advisory_xact_lock(hashtextextended('appraisal.month', 0))::text
            """;

    private static final String FIND =
            """
            select *
            from appraisal.month
            where month = :month
            """;

    private static final String LIST =
            """
            select *
            from appraisal.month
            order by month desc
            """;

    private static final String FREEZE =
            """
            insert into appraisal.month (month, state, frozen_at, frozen_by)
            values (:month, 'FROZEN', :at, :by)
            """;

    private static final String NOTICE =
            """
            update appraisal.month
            set state = 'NOTICED', noticed_at = :at, noticed_by = :by, appeals_until = :until,
              review_until = :reviewUntil
            where month = :month
            """;

    private static final String FINISH =
            """
            update appraisal.month
            set state = 'FINAL', final_at = :at, final_by = :by
            where month = :month
            """;

    private static final String PUBLISH =
            """
            update appraisal.month
            set state = 'PUBLISHED', published_at = :at, published_by = :by
            where month = :month
            """;

    private final JdbcClient db;

    MonthStore(JdbcClient db) {
        this.db = db;
    }

    /// A step that was made.
    public record Made(Instant at, String by) {}

    /// @param appealsUntil until when appeals may come, and until when they should be decided
    public record Row(
            YearMonth month,
            MonthState state,
            Made frozen,
            Optional<Made> noticed,
            Optional<Instant> appealsUntil,
            Optional<Instant> reviewUntil,
            Optional<Made> finished,
            Optional<Made> published) {

        public Instant last() {
            return published.or(() -> finished).or(() -> noticed).orElse(frozen).at();
        }
    }

    /// Lets one step be made at a time, until the transaction ends.
    public void lock() {
        db.sql(LOCK).query((_, _) -> true).single();
    }

    public Optional<Row> find(YearMonth month) {
        return db.sql(FIND).param("month", month.toString()).query(MonthStore::row).optional();
    }

    /// The newest first.
    public List<Row> list() {
        return db.sql(LIST).query(MonthStore::row).list();
    }

    public void freeze(YearMonth month, Made made) {
        step(FREEZE, month, made).update();
    }

    public void giveNotice(YearMonth month, Made made, Instant until, Instant reviewUntil) {
        step(NOTICE, month, made)
                .param("until", utc(until))
                .param("reviewUntil", utc(reviewUntil))
                .update();
    }

    public void finish(YearMonth month, Made made) {
        step(FINISH, month, made).update();
    }

    public void publish(YearMonth month, Made made) {
        step(PUBLISH, month, made).update();
    }

    private JdbcClient.StatementSpec step(String statement, YearMonth month, Made made) {
        return db.sql(statement)
                .param("month", month.toString())
                .param("at", utc(made.at()))
                .param("by", made.by());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                YearMonth.parse(row.getString("month")),
                MonthState.valueOf(row.getString("state")),
                new Made(instant(row, "frozen_at"), row.getString("frozen_by")),
                made(row, "noticed"),
                findInstant(row, "appeals_until"),
                findInstant(row, "review_until"),
                made(row, "final"),
                made(row, "published"));
    }

    private static Optional<Made> made(ResultSet row, String step) throws SQLException {
        String by = row.getString(step + "_by");
        return findInstant(row, step + "_at").map(at -> new Made(at, by));
    }
}
