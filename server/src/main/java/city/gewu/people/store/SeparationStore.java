package city.gewu.people.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the city set on and off, and who stands in the way of a rule.
@Repository
public class SeparationStore {

    private static final String HOLD =
            """
            lock table people.separation_switch in share mode
            """;

    private static final String LIST =
            """
            select code, enforced
            from people.separation_switch
            order by code
            limit 1000
            """;

    private static final String SAVE =
            """
            insert into people.separation_switch (code, enforced, reason, set_by, set_at)
            values (:code, :enforced, :reason, :by, :at)
            on conflict (code) do update
            set enforced = excluded.enforced,
              reason = excluded.reason,
              set_by = excluded.set_by,
              set_at = excluded.set_at
            """;

    private static final String LIST_HOLDERS =
            """
            select distinct person.staff_no, person.name
            from people.posting one
            join people.posting other
              on other.person_id = one.person_id
              and other.post <> one.post
              and other.first_day <= coalesce(one.last_day, 'infinity'::date)
              and one.first_day <= coalesce(other.last_day, 'infinity'::date)
            join people.person person on person.person_id = one.person_id
            where one.post = any(:first::text[])
              and other.post = any(:second::text[])
              and coalesce(one.last_day, 'infinity'::date) >= greatest(:day::date, one.first_day)
              and coalesce(other.last_day, 'infinity'::date) >= greatest(:day::date, other.first_day)
              and coalesce(person.left_on, 'infinity'::date) >= :day::date
            order by person.staff_no
            limit 100000
            """;

    private final JdbcClient db;

    SeparationStore(JdbcClient db) {
        this.db = db;
    }

    /// Lets nobody set a rule until the transaction ends; others may hold it as well.
    public void hold() {
        db.sql(HOLD).update();
    }

    /// Whether the rules that the city set are enforced, by code.
    public Map<String, Boolean> listSwitches() {
        return db
                .sql(LIST)
                .query((row, _) -> Map.entry(row.getString("code"), row.getBoolean("enforced")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @param by id of the person who sets the rule
    public record Switch(String code, boolean enforced, String reason, String by) {}

    public void save(Switch set, Instant at) {
        db.sql(SAVE)
                .param("code", set.code())
                .param("enforced", set.enforced())
                .param("reason", set.reason())
                .param("by", set.by())
                .param("at", utc(at))
                .update();
    }

    /// Name and staff number of those who hold a post of each list at the same time, on the day or
    /// later.
    public List<String> listHolders(
            Collection<String> first, Collection<String> second, LocalDate day) {
        return db.sql(LIST_HOLDERS)
                .param("first", first.toArray(String[]::new))
                .param("second", second.toArray(String[]::new))
                .param("day", day)
                .query((row, _) -> row.getString("name") + " " + row.getString("staff_no"))
                .list();
    }
}
