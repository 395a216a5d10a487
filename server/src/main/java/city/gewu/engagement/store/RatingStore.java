package city.gewu.engagement.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What those who follow a case say of its end, once each.
@Repository
public class RatingStore {

    private static final String ADD =
            """
            insert into engagement.rating
              (report_id, case_id, solved, stars, words, rated_at)
            values (:report, :caseId, :solved, :stars, :words, :now)
            on conflict (report_id) do nothing
            """;

    private static final String LINK =
            """
            update engagement.rating
            set dissent_id = :dissent
            where report_id = :report
            """;

    private static final String FIND =
            """
            select case_id, solved, stars, words, rated_at, dissent_id
            from engagement.rating
            where report_id = :report
            """;

    private final JdbcClient db;

    RatingStore(JdbcClient db) {
        this.db = db;
    }

    /// @param dissent id of the report that a "no" became
    public record Rating(
            long caseId,
            boolean solved,
            int stars,
            String words,
            Instant at,
            OptionalLong dissent) {}

    /// False when there was one before.
    public boolean add(long report, Rating rating) {
        return db.sql(ADD)
                        .param("report", report)
                        .param("caseId", rating.caseId())
                        .param("solved", rating.solved())
                        .param("stars", rating.stars())
                        .param("words", rating.words())
                        .param("now", utc(rating.at()))
                        .update()
                == 1;
    }

    public void link(long report, long dissent) {
        db.sql(LINK).param("report", report).param("dissent", dissent).update();
    }

    public Optional<Rating> find(long report) {
        return db.sql(FIND)
                .param("report", report)
                .query((row, _) -> {
                    long dissent = row.getLong("dissent_id");
                    var link = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(dissent);
                    return new Rating(
                            row.getLong("case_id"),
                            row.getBoolean("solved"),
                            row.getInt("stars"),
                            row.getString("words"),
                            instant(row, "rated_at"),
                            link);
                })
                .optional();
    }
}
