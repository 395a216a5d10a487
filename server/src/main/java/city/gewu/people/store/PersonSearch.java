package city.gewu.people.store;

import city.gewu.people.Staff.Person;
import city.gewu.platform.Where;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds people by what is known of them, a page at a time in the order of their staff numbers.
@Repository
public class PersonSearch {

    private static final String LIST =
            """
            select person.person_id, person.staff_no, person.name, person.department,
              person.joined_on, person.left_on
            from people.person person
            where person.staff_no > :after
              /* filters */
            order by person.staff_no
            limit :limit
            """;

    private static final String HOLDS_A_POSTING =
            """
            exists (
              select 1
              from people.posting posting
              where posting.person_id = person.person_id
                and posting.first_day <= cast(:on as date)
                and coalesce(posting.last_day, 'infinity'::date) >= cast(:on as date)
                and (:post = '' or posting.post = :post)
                and (:unit = '' or (posting.level = :level and posting.unit = :unit)))
            """;

    private final JdbcClient db;

    PersonSearch(JdbcClient db) {
        this.db = db;
    }

    /// @param words part of a name or of a staff number, or empty text
    /// @param departments organisations they serve in; empty for any
    /// @param post name of a post they hold on the day, or empty text
    /// @param unit unit in which they hold it, or empty text
    public record Wanted(
            String words,
            Optional<List<String>> departments,
            String post,
            String level,
            String unit,
            LocalDate on) {}

    public List<Person> list(Wanted wanted, String after, int limit) {
        boolean anyPosting = wanted.post().isEmpty() && wanted.unit().isEmpty();
        var where =
                new Where()
                        .and(
                                "(strpos(lower(person.name), lower(:words)) > 0"
                                        + " or strpos(lower(person.staff_no), lower(:words)) > 0)",
                                "words",
                                wanted.words().isEmpty() ? null : wanted.words())
                        .and(
                                "person.department = any(:departments::text[])",
                                "departments",
                                wanted.departments()
                                        .map(codes -> codes.toArray(String[]::new))
                                        .orElse(null))
                        .and(HOLDS_A_POSTING, "on", anyPosting ? null : wanted.on().toString());
        var statement = db.sql(where.into(LIST)).params(where.values());
        if (!anyPosting) {
            statement =
                    statement
                            .param("post", wanted.post())
                            .param("level", wanted.level())
                            .param("unit", wanted.unit());
        }
        return statement
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> PersonStore.read(row))
                .list();
    }
}
