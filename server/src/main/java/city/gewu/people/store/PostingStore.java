package city.gewu.people.store;

import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import city.gewu.people.Staff.Posting;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Postings, and what of them counts on a day.
@Repository
public class PostingStore {

    private static final String INSERT =
            """
            insert into people.posting (
              person_id, post, department, level, unit, first_day, last_day)
            values (:person, :post, :department, :level, :unit, :firstDay, :lastDay)
            returning posting_id
            """;

    private static final String LIST_MANDATES =
            """
            -- people.listMandates
            select post, department, level, unit
            from people.posting
            where person_id = :person
              and first_day <= :day
              and coalesce(last_day, 'infinity'::date) >= :day
            order by post, department, level, unit
            """;

    private final JdbcClient db;

    PostingStore(JdbcClient db) {
        this.db = db;
    }

    public Posting insert(Posting posting) {
        long id =
                db.sql(INSERT)
                        .param("person", posting.personId())
                        .param("post", posting.post().name())
                        .param("department", posting.department())
                        .param("level", posting.area().level())
                        .param("unit", posting.area().unit())
                        .param("firstDay", posting.firstDay())
                        .param("lastDay", posting.lastDay().orElse(null))
                        .query(Long.class)
                        .single();
        return new Posting(
                id,
                posting.personId(),
                posting.post(),
                posting.department(),
                posting.area(),
                posting.firstDay(),
                posting.lastDay());
    }

    /// What a person may act as on a day; depths are not known here.
    public List<Mandate> listMandates(String person, LocalDate day) {
        return db.sql(LIST_MANDATES)
                .param("person", person)
                .param("day", day)
                .query((row, _) ->
                        new Mandate(
                                Post.valueOf(row.getString("post")),
                                row.getString("department"),
                                new Area(row.getString("level"), row.getString("unit"), 0)))
                .list();
    }
}
