package city.gewu.people.store;

import city.gewu.territory.PostedPeople;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts the people of a unit for the grid editor.
@Repository
class PostedPeopleStore implements PostedPeople {

    private static final String COUNT_POSTED =
            """
            select unit, count(distinct person_id) as people
            from people.pub_posting
            where level = :level
              and unit = any(:codes::text[])
              and first_day <= :day
              and (last_day is null or last_day >= :day)
            group by unit
            """;

    private final JdbcClient db;

    PostedPeopleStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<String, Integer> countPosted(String level, List<String> codes, LocalDate day) {
        var people = new HashMap<String, Integer>();
        db.sql(COUNT_POSTED)
                .param("level", level)
                .param("codes", codes.toArray(String[]::new))
                .param("day", day)
                .query((ResultSet row) -> {
                    people.put(row.getString("unit"), row.getInt("people"));
                });
        return people;
    }
}
