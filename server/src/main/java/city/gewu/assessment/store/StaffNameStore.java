package city.gewu.assessment.store;

import city.gewu.platform.Named;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the people of the roster are called.
@Repository
public class StaffNameStore {

    private static final String LIST =
            """
            select person_id, name
            from people.pub_person
            """;

    private record Known(String id, String name) {}

    private final JdbcClient db;

    StaffNameStore(JdbcClient db) {
        this.db = db;
    }

    /// By id of the person.
    public Map<String, Named> listNames() {
        return db
                .sql(LIST)
                .query((row, _) -> new Known(row.getString("person_id"), row.getString("name")))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                Known::id, known -> new Named(known.name(), known.name())));
    }
}
