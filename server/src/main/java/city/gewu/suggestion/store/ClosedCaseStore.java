package city.gewu.suggestion.store;

import city.gewu.suggestion.model.Sample;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Closed cases, whose category was found right by everybody who worked on them.
@Repository
public class ClosedCaseStore {

    private static final String LIST_NEWEST =
            """
            select case_id, category, description
            from casework.pub_case
            where closed_at is not null
              and description <> ''
            order by case_id desc
            limit :limit
            """;

    private static final String FIND_NEWEST =
            """
            -- suggestion.findNewest
            select coalesce(max(case_id), 0)
            from casework.pub_case
            """;

    private final JdbcClient db;

    ClosedCaseStore(JdbcClient db) {
        this.db = db;
    }

    /// The newest case of all, or 0.
    public long findNewest() {
        return db.sql(FIND_NEWEST).query(Long.class).single();
    }

    public List<Sample> listNewest(int limit) {
        return db.sql(LIST_NEWEST)
                .param("limit", limit)
                .query((row, _) ->
                        new Sample(
                                row.getLong("case_id"),
                                row.getString("category"),
                                row.getString("description")))
                .list();
    }
}
