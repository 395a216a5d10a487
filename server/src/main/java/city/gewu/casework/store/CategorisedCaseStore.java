package city.gewu.casework.store;

import city.gewu.catalogue.CategorisedCases;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells the catalogue editor how many cases of a category are open.
@Repository
class CategorisedCaseStore implements CategorisedCases {

    private static final String COUNT_OPEN =
            """
            -- casework.countOpenByCategory
            select category, count(*) as cases
            from casework.case_file
            where ended_at is null
            group by category
            """;

    private final JdbcClient db;

    CategorisedCaseStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<String, Integer> countOpen() {
        var open = new LinkedHashMap<String, Integer>();
        db.sql(COUNT_OPEN)
                .query(row -> {
                    open.put(row.getString("category"), row.getInt("cases"));
                });
        return open;
    }
}
