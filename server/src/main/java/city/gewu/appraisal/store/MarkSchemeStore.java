package city.gewu.appraisal.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.appraisal.model.Scheme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Versions of schemes that the city laid down; a version is never changed.
@Repository
public class MarkSchemeStore {

    private static final String LIST =
            """
            select kind, number, since, laid_down_at, author, reason
            from appraisal.scheme
            where kind = :kind
            order by number desc
            """;

    private static final String FIND =
            """
            select body
            from appraisal.scheme
            where kind = :kind
              and number = :number
            """;

    private static final String FIND_FOR_DAY =
            """
            select number
            from appraisal.scheme
            where kind = :kind
              and since <= :day
            order by since desc, number desc
            limit 1
            """;

    private static final String LAY_DOWN =
            """
            insert into appraisal.scheme (kind, number, since, laid_down_at, author, reason, body)
            select :kind, coalesce(max(number), 0) + 1, :since, :at, :author, :reason, :body
            from appraisal.scheme
            where kind = :kind
            returning number
            """;

    private final JdbcClient db;

    MarkSchemeStore(JdbcClient db) {
        this.db = db;
    }

    /// @param since the first day whose months it counts for
    public record Version(
            String kind,
            int number,
            LocalDate since,
            Instant laidDownAt,
            String author,
            String reason) {}

    /// The newest first.
    public List<Version> list(String kind) {
        return db.sql(LIST).param("kind", kind).query((row, _) -> toVersion(row)).list();
    }

    public Optional<Scheme> find(String kind, int number) {
        return db.sql(FIND)
                .param("kind", kind)
                .param("number", number)
                .query((row, _) -> SchemeText.readJson(row.getString("body")))
                .optional();
    }

    /// The number of the version that counts on a day.
    public Optional<Integer> findForDay(String kind, LocalDate day) {
        return db.sql(FIND_FOR_DAY)
                .param("kind", kind)
                .param("day", day)
                .query((row, _) -> row.getInt("number"))
                .optional();
    }

    /// Two at once get one number, and the database refuses the second.
    public int layDown(Scheme scheme, LocalDate since, Instant at, String author, String reason) {
        return db.sql(LAY_DOWN)
                .param("kind", scheme.kind())
                .param("since", since)
                .param("at", utc(at))
                .param("author", author)
                .param("reason", reason)
                .param("body", SchemeText.writeJson(scheme))
                .query((row, _) -> row.getInt("number"))
                .single();
    }

    private static Version toVersion(ResultSet row) throws SQLException {
        return new Version(
                row.getString("kind"),
                row.getInt("number"),
                row.getObject("since", LocalDate.class),
                instant(row, "laid_down_at"),
                row.getString("author"),
                row.getString("reason"));
    }
}
