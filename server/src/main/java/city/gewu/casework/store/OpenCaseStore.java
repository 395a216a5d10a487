package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which of many cases are not over yet.
@Repository
public class OpenCaseStore {

    private static final String LIST_NOT_ENDED =
            """
            -- casework.listNotEnded
            select case_id
            from casework.case_file
            where case_id = any(cast(:ids as bigint[]))
              and (ended_at is null or ended_at >= :before)
            """;

    private final JdbcClient db;

    OpenCaseStore(JdbcClient db) {
        this.db = db;
    }

    /// Those of the cases that are open or ended at the moment or later.
    public List<Long> listNotEnded(Collection<Long> ids, Instant before) {
        return db.sql(LIST_NOT_ENDED)
                .param("ids", ids.toArray(Long[]::new))
                .param("before", utc(before))
                .query((row, _) -> row.getLong("case_id"))
                .list();
    }
}
