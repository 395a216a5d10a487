package city.gewu.people.store;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts over people and postings as of a day. A deputy holds nothing of their own and is not
/// counted for it.
@Repository
public class StaffFigureStore {

    private static final String COUNT_HOLDERS =
            """
            select count(distinct posting.person_id)
            from people.posting posting
            join people.person person on person.person_id = posting.person_id
            where posting.post = :post
              and posting.deputy_of is null
              and posting.first_day <= :day
              and coalesce(posting.last_day, 'infinity'::date) >= :day
              and coalesce(person.joined_on, '-infinity'::date) <= :day
              and coalesce(person.left_on, 'infinity'::date) >= :day
            """;

    /// The force: who serves in a bureau, a district bureau or a unit of theirs.
    private static final String COUNT_FORCE =
            """
            with recursive force (code) as (
              select code
              from people.department
              where kind in ('bureau', 'district')
              union
              select below.code
              from people.department below
              join force on force.code = below.parent
              where below.kind = 'unit'
            ),
            active (person_id) as (
              select person.person_id
              from people.person person
              join force on force.code = person.department
              where coalesce(person.joined_on, '-infinity'::date) <= :day
                and coalesce(person.left_on, 'infinity'::date) >= :day
            )
            select count(*) as people,
              count(*) filter (
                where exists (
                  select 1
                  from people.posting posting
                  where posting.person_id = active.person_id
                    and posting.level = :level
                    and posting.deputy_of is null
                    and posting.first_day <= :day
                    and coalesce(posting.last_day, 'infinity'::date) >= :day)) as posted
            from active
            """;

    private final JdbcClient db;

    StaffFigureStore(JdbcClient db) {
        this.db = db;
    }

    /// @param posted those of them who are posted to a unit of the level
    public record Force(long people, long posted) {}

    public long countHolders(String post, LocalDate day) {
        return db.sql(COUNT_HOLDERS)
                .param("post", post)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    public Force countForce(String level, LocalDate day) {
        return db.sql(COUNT_FORCE)
                .param("level", level)
                .param("day", day)
                .query((row, _) -> new Force(row.getLong("people"), row.getLong("posted")))
                .single();
    }
}
