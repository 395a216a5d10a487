package city.gewu.points.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rules of points as their files said them.
@Repository
public class RuleStore {

    private static final String LIST =
            """
            select version, file, content
            from points.rule_set
            order by from_day, put_at
            """;

    private static final String FIND_HASH =
            """
            select hash
            from points.rule_set
            where version = :version
            """;

    private static final String SAVE =
            """
            insert into points.rule_set (version, from_day, hash, file, content, put_at, put_by)
            values (:version, :from, :hash, :file, :content, :at, :by)
            """;

    private static final String COUNT =
            """
            select count(*)
            from points.rule_set
            """;

    private final JdbcClient db;

    RuleStore(JdbcClient db) {
        this.db = db;
    }

    public record Kept(String version, String file, String content) {}

    public record NewRules(
            String version, LocalDate from, String hash, String file, String content) {}

    public List<Kept> list() {
        return db.sql(LIST)
                .query((row, _) ->
                        new Kept(
                                row.getString("version"),
                                row.getString("file"),
                                row.getString("content")))
                .list();
    }

    /// How many versions there are; none is ever taken away.
    public int count() {
        return db.sql(COUNT).query(Integer.class).single();
    }

    public Optional<String> findHash(String version) {
        return db.sql(FIND_HASH).param("version", version).query(String.class).optional();
    }

    public void save(NewRules rules, Instant at, String by) {
        db.sql(SAVE)
                .param("version", rules.version())
                .param("from", rules.from())
                .param("hash", rules.hash())
                .param("file", rules.file())
                .param("content", rules.content())
                .param("at", utc(at))
                .param("by", by)
                .update();
    }
}
