package city.gewu.people.store;

import city.gewu.territory.PostedPeople;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String LIST_POSTED =
            """
            -- people.listPostedTo
            select person.name, posting.post, posting.first_day, posting.last_day
            from people.posting
            join people.person using (person_id)
            where posting.level = :level
              and posting.unit = :code
            order by posting.first_day desc, person.name
            limit 200
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

    @Override
    public List<Posted> listPosted(String level, String code) {
        return db.sql(LIST_POSTED)
                .param("level", level)
                .param("code", code)
                .query((row, _) ->
                        new Posted(
                                row.getString("name"),
                                row.getString("post"),
                                row.getObject("first_day", LocalDate.class),
                                Optional.ofNullable(row.getObject("last_day", LocalDate.class))))
                .list();
    }
}
