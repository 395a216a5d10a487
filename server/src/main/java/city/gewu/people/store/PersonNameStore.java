package city.gewu.people.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What many people are called at once.
@Repository
public class PersonNameStore {

    private static final String LIST_NAMES =
            """
            -- people.listNames
            select person_id, name
            from people.person
            where person_id = any(cast(:ids as text[]))
            """;

    private final JdbcClient db;

    PersonNameStore(JdbcClient db) {
        this.db = db;
    }

    /// Names by id; ids of nobody are left out.
    public Map<String, String> listNames(Collection<String> ids) {
        var names = new HashMap<String, String>();
        db.sql(LIST_NAMES)
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("person_id"), row.getString("name"));
                });
        return names;
    }
}
