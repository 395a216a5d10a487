package city.gewu.points.store;

import city.gewu.people.Post;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is posted in the street, as the module of people publishes it.
@Repository
public class PostedStore {

    private static final String LIST_PEOPLE =
            """
            -- points.listPostedPeople
            select distinct person_id
            from people.pub_posting
            where first_day <= :last
              and (last_day is null or last_day >= :first)
              and post = any(:posts::text[])
            """;

    private static final String LIST =
            """
            -- points.listPosted
            select distinct on (person.person_id, posting.level, posting.unit)
              person.person_id,
              person.name,
              posting.department,
              posting.level,
              posting.unit
            from people.pub_posting posting
            join people.pub_person person on person.person_id = posting.person_id
            where posting.first_day <= :last
              and (posting.last_day is null or posting.last_day >= :first)
              and posting.post = any(:posts::text[])
            order by person.person_id, posting.level, posting.unit, posting.posting_id desc
            """;

    private final JdbcClient db;

    PostedStore(JdbcClient db) {
        this.db = db;
    }

    /// One posting within a span of days.
    ///
    /// @param unit empty text for the whole city
    public record Posted(
            String person, String name, String department, String level, String unit) {}

    /// Everybody who holds one of the posts on one of the days.
    public List<String> listPeople(LocalDate first, LocalDate last, Collection<Post> posts) {
        return db.sql(LIST_PEOPLE)
                .param("first", first)
                .param("last", last)
                .param("posts", names(posts))
                .query((row, _) -> row.getString("person_id"))
                .list();
    }

    public List<Posted> list(LocalDate first, LocalDate last, Collection<Post> posts) {
        return db.sql(LIST)
                .param("first", first)
                .param("last", last)
                .param("posts", names(posts))
                .query((row, _) ->
                        new Posted(
                                row.getString("person_id"),
                                row.getString("name"),
                                row.getString("department"),
                                row.getString("level"),
                                row.getString("unit")))
                .list();
    }

    private static String[] names(Collection<Post> posts) {
        return posts.stream().map(Post::name).toArray(String[]::new);
    }
}
