package city.gewu.assessment.store.archive;

import city.gewu.platform.Moments;
import java.time.Instant;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The manifests this city has written, so that a month that somebody else made is known for one.
@Repository
public class KeptMonths {

    private static final String INSERT =
            """
            insert into assessment.kept_month (month, manifest, rows, as_of)
            values (:month, :manifest, :rows, :asOf)
            on conflict do nothing
            """;

    private static final String KNOWS =
            """
            select exists (
              select from assessment.kept_month where month = :month and manifest = :manifest)
            """;

    private final JdbcClient db;

    KeptMonths(JdbcClient db) {
        this.db = db;
    }

    /// @param manifest SHA-256 of the manifest
    public void add(YearMonth month, String manifest, long rows, Instant asOf) {
        db.sql(INSERT)
                .param("month", month.toString())
                .param("manifest", manifest)
                .param("rows", rows)
                .param("asOf", Moments.utc(asOf))
                .update();
    }

    public boolean knows(YearMonth month, String manifest) {
        return db.sql(KNOWS)
                .param("month", month.toString())
                .param("manifest", manifest)
                .query(Boolean.class)
                .single();
    }
}
