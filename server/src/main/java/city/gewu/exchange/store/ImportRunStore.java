package city.gewu.exchange.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The import runs of this city.
@Repository
public class ImportRunStore {

    private static final String START =
            """
            -- exchange.start
            insert into exchange.import_run (origin, file_name, sha256, started_at)
            values (:origin, :fileName, :sha256, :startedAt)
            returning run_id
            """;

    private static final String FINISH =
            """
            -- exchange.finish
            update exchange.import_run
            set finished_at = :finishedAt,
                rows_read = :read,
                rows_added = :added,
                already_there = :alreadyThere,
                rejected = :rejected
            where run_id = :run
            """;

    private final JdbcClient db;

    public ImportRunStore(JdbcClient db) {
        this.db = db;
    }

    /// Number of the run that starts now.
    public long start(String origin, String fileName, String sha256, Instant now) {
        return db.sql(START)
                .param("origin", origin)
                .param("fileName", fileName)
                .param("sha256", sha256)
                .param("startedAt", utc(now))
                .query(Long.class)
                .single();
    }

    public void finish(long run, Counts counts, Instant now) {
        db.sql(FINISH)
                .param("run", run)
                .param("finishedAt", utc(now))
                .param("read", counts.read())
                .param("added", counts.added())
                .param("alreadyThere", counts.alreadyThere())
                .param("rejected", counts.rejected())
                .update();
    }

    public record Counts(long read, long added, long alreadyThere, long rejected) {}
}
