package city.gewu.people.store;

import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import city.gewu.people.Staff.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Postings, and what of them counts on a day. Depths of areas are not known here.
@Repository
public class PostingStore {

    private static final String INSERT_ALL =
            """
            insert into people.posting (
              person_id, post, department, level, unit, first_day, last_day, deputy_of)
            select person_id, post, department, level, unit, first_day, last_day, deputy_of
            from unnest(:persons::text[], :posts::text[], :departments::text[], :levels::text[],
              :units::text[], :firstDays::date[], :lastDays::date[], :deputyOf::bigint[])
              as wanted (
                person_id, post, department, level, unit, first_day, last_day, deputy_of)
            returning posting_id, person_id, post, department, level, unit, first_day, last_day,
              deputy_of
            """;

    private static final String FIND =
            """
            select posting_id, person_id, post, department, level, unit, first_day, last_day,
              deputy_of
            from people.posting
            where posting_id = :id
            """;

    private static final String LOCK =
            """
            select posting_id, person_id, post, department, level, unit, first_day, last_day,
              deputy_of
            from people.posting
            where posting_id = :id
            for update
            """;

    private static final String LIST_OF_PEOPLE =
            """
            select posting_id, person_id, post, department, level, unit, first_day, last_day,
              deputy_of
            from people.posting
            where person_id = any(:persons::text[])
            order by person_id, first_day, posting_id
            """;

    private static final String LIST_AT =
            """
            select posting_id, person_id, post, department, level, unit, first_day, last_day,
              deputy_of
            from people.posting
            where person_id = any(:persons::text[])
              and first_day <= :day
              and coalesce(last_day, 'infinity'::date) >= :day
            order by person_id, first_day, posting_id
            """;

    private static final String LIST =
            """
            select posting_id, person_id, post, department, level, unit, first_day, last_day,
              deputy_of
            from people.posting
            order by posting_id
            limit 300000
            """;

    /// A deputy's posting that was to begin later never begins.
    private static final String END =
            """
            update people.posting
            set last_day = greatest(:lastDay::date, first_day - 1),
              end_reason = :reason
            where (posting_id = :id or deputy_of = :id)
              and coalesce(last_day, 'infinity'::date) > :lastDay::date
            """;

    private static final String LIST_MANDATES =
            """
            -- people.listMandates
            select posting.post, posting.department, posting.level, posting.unit
            from people.posting posting
            join people.person person on person.person_id = posting.person_id
            where posting.person_id = :person
              and posting.first_day <= :day
              and coalesce(posting.last_day, 'infinity'::date) >= :day
              and coalesce(person.joined_on, '-infinity'::date) <= :day
              and coalesce(person.left_on, 'infinity'::date) >= :day
              and (
                posting.post <> 'ENFORCEMENT_OFFICER'
                or exists (
                  select 1
                  from people.certificate certificate
                  where certificate.person_id = posting.person_id
                    and :day between certificate.issued_on and certificate.expires_on))
            order by posting.post, posting.department, posting.level, posting.unit
            """;

    private static final String LIST_POSTED =
            """
            -- people.listPosted
            select distinct posting.person_id
            from people.posting posting
            where posting.post = :post
              and posting.department = :department
              and posting.first_day <= :day
              and coalesce(posting.last_day, 'infinity'::date) >= :day
            """;

    private final JdbcClient db;

    PostingStore(JdbcClient db) {
        this.db = db;
    }

    public List<Posting> insertAll(List<Posting> wanted) {
        return db.sql(INSERT_ALL)
                .param("persons", texts(wanted, Posting::personId))
                .param("posts", texts(wanted, one -> one.post().name()))
                .param("departments", texts(wanted, Posting::department))
                .param("levels", texts(wanted, one -> one.area().level()))
                .param("units", texts(wanted, one -> one.area().unit()))
                .param("firstDays", texts(wanted, one -> one.firstDay().toString()))
                .param("lastDays", texts(wanted, one -> Days.text(one.lastDay())))
                .param(
                        "deputyOf",
                        texts(wanted, one -> one.deputyOf().map(String::valueOf).orElse(null)))
                .query((row, _) -> read(row))
                .list();
    }

    private static @Nullable String[] texts(
            List<Posting> postings, Function<Posting, @Nullable String> field) {
        return postings.stream().map(field).toArray(String[]::new);
    }

    public Optional<Posting> find(long id) {
        return db.sql(FIND).param("id", id).query((row, _) -> read(row)).optional();
    }

    /// The same, and nobody else ends it or names a deputy for it until the transaction ends.
    public Optional<Posting> lock(long id) {
        return db.sql(LOCK).param("id", id).query((row, _) -> read(row)).optional();
    }

    public List<Posting> listOfPeople(Collection<String> persons) {
        return db.sql(LIST_OF_PEOPLE)
                .param("persons", persons.toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    /// Those that count on the day.
    public List<Posting> listAt(Collection<String> persons, LocalDate day) {
        return db.sql(LIST_AT)
                .param("persons", persons.toArray(String[]::new))
                .param("day", day)
                .query((row, _) -> read(row))
                .list();
    }

    public List<Posting> list() {
        return db.sql(LIST).query((row, _) -> read(row)).list();
    }

    /// Ends a posting and those of its deputies.
    public void end(long id, LocalDate lastDay, String reason) {
        db.sql(END).param("id", id).param("lastDay", lastDay).param("reason", reason).update();
    }

    /// What a person may act as on a day.
    public List<Mandate> listMandates(String person, LocalDate day) {
        return db.sql(LIST_MANDATES)
                .param("person", person)
                .param("day", day)
                .query((row, _) ->
                        new Mandate(
                                Post.valueOf(row.getString("post")),
                                row.getString("department"),
                                area(row)))
                .list();
    }

    /// Ids of the people who hold a post in an organisation on a day.
    public List<String> listPosted(Post post, String department, LocalDate day) {
        return db.sql(LIST_POSTED)
                .param("post", post.name())
                .param("department", department)
                .param("day", day)
                .query((row, _) -> row.getString("person_id"))
                .list();
    }

    private static Area area(ResultSet row) throws SQLException {
        return new Area(row.getString("level"), row.getString("unit"), 0);
    }

    private static Posting read(ResultSet row) throws SQLException {
        long deputyOf = row.getLong("deputy_of");
        return new Posting(
                row.getLong("posting_id"),
                row.getString("person_id"),
                Post.valueOf(row.getString("post")),
                row.getString("department"),
                area(row),
                Days.get(row, "first_day"),
                Days.find(row, "last_day"),
                deputyOf == 0 ? Optional.empty() : Optional.of(deputyOf));
    }
}
