package city.gewu.people.store;

import city.gewu.people.Staff.Person;
import city.gewu.people.StaffFigures;
import city.gewu.platform.Where;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /// Whom the figure `community_officers` counts.
    private static final String IS_A_COMMUNITY_OFFICER =
            """
            coalesce(person.joined_on, '-infinity'::date) <= cast(:officersOn as date)
              and coalesce(person.left_on, 'infinity'::date) >= cast(:officersOn as date)
              and exists (
                select 1
                from people.posting posting
                where posting.person_id = person.person_id
                  and posting.post = 'COMMUNITY_GRID_OFFICER'
                  and posting.deputy_of is null
                  and posting.first_day <= cast(:officersOn as date)
                  and coalesce(posting.last_day, 'infinity'::date) >= cast(:officersOn as date))
            """;

    /// Whom the figure `force_in_grids` counts above its line.
    private static final String IS_OF_THE_FORCE_IN_A_GRID =
            """
            coalesce(person.joined_on, '-infinity'::date) <= cast(:gridsOn as date)
              and coalesce(person.left_on, 'infinity'::date) >= cast(:gridsOn as date)
              and exists (
                select 1
                from people.posting posting
                where posting.person_id = person.person_id
                  and posting.level = 'duty_grid'
                  and posting.deputy_of is null
                  and posting.first_day <= cast(:gridsOn as date)
                  and coalesce(posting.last_day, 'infinity'::date) >= cast(:gridsOn as date))
              and person.department in (
                with recursive force (code) as (
                  select code
                  from people.department
                  where kind in ('bureau', 'district')
                  union
                  select below.code
                  from people.department below
                  join force on force.code = below.parent
                  where below.kind = 'unit'
                )
                select code
                from force)
            """;

    private final JdbcClient db;

    PersonSearch(JdbcClient db) {
        this.db = db;
    }

    /// @param words part of a name or of a staff number, or empty text
    /// @param departments organisations they serve in; empty for any
    /// @param post name of a post they hold on the day, or empty text
    /// @param unit unit in which they hold it, or empty text
    /// @param figure a figure of the day that counts them, or empty text
    public record Wanted(
            String words,
            Optional<List<String>> departments,
            String post,
            String level,
            String unit,
            String figure,
            LocalDate on) {

        private @Nullable String countedBy(String id) {
            return figure.equals(id) ? on.toString() : null;
        }
    }

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
                        .and(
                                IS_A_COMMUNITY_OFFICER,
                                "officersOn",
                                wanted.countedBy(StaffFigures.COMMUNITY_OFFICERS))
                        .and(
                                IS_OF_THE_FORCE_IN_A_GRID,
                                "gridsOn",
                                wanted.countedBy(StaffFigures.FORCE_IN_GRIDS))
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
