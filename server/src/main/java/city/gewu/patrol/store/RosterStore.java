package city.gewu.patrol.store;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is posted in the street, as the module of people publishes it.
@Repository
public class RosterStore {

    private static final String LIST_POSTED =
            """
            -- patrol.listPosted
            select
              person.person_id,
              person.name,
              person.department as serves,
              posting.post,
              posting.department,
              posting.level,
              posting.unit,
              exists (
                select 1
                from patrol.duty
                where duty.person_id = person.person_id
                  and duty.ended_at is null) as on_duty
            from people.pub_posting posting
            join people.pub_person person on person.person_id = posting.person_id
            where posting.first_day <= :day
              and (posting.last_day is null or posting.last_day >= :day)
              and (person.left_on is null or person.left_on >= :day)
              and posting.post = any(:posts::text[])
            order by person.person_id, posting.posting_id
            """;

    private final JdbcClient db;

    RosterStore(JdbcClient db) {
        this.db = db;
    }

    /// One posting.
    ///
    /// @param serves code of the organisation the person works for
    /// @param department code of the one the post is held in
    /// @param unit empty text for the whole city
    public record Posted(
            String person,
            String name,
            String serves,
            String post,
            String department,
            String level,
            String unit,
            boolean onDuty) {}

    public List<Posted> listPosted(LocalDate day, List<String> posts) {
        return db.sql(LIST_POSTED)
                .param("day", day)
                .param("posts", posts.toArray(String[]::new))
                .query((row, _) ->
                        new Posted(
                                row.getString("person_id"),
                                row.getString("name"),
                                row.getString("serves"),
                                row.getString("post"),
                                row.getString("department"),
                                row.getString("level"),
                                row.getString("unit"),
                                row.getBoolean("on_duty")))
                .list();
    }
}
