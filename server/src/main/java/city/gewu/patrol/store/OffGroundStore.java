package city.gewu.patrol.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.patrol.model.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stretches outside of the own ground.
@Repository
public class OffGroundStore {

    private static final String LIST_UNLOOKED =
            """
            -- patrol.listUnlooked
            select d.duty_id, d.person_id, d.started_at
            from patrol.duty d
            where d.started_at > :since
              and d.ended_at < :before
              and not exists (select 1 from patrol.ground_look l where l.duty_id = d.duty_id)
            order by d.started_at
            limit :most
            """;

    private static final String SAVE_LOOKED =
            """
            insert into patrol.ground_look (duty_id, looked_at)
            select duty_id, :at
            from unnest(:turns::bigint[]) as n (duty_id)
            on conflict do nothing
            """;

    private static final String SAVE =
            """
            -- patrol.saveOffGround
            insert into patrol.off_ground (
              duty_id, part, person_id, from_at, to_at, farthest_m, on_task, found_at)
            values (
              :duty, :part, :person, :from, :to, :farthest,
              exists (
                select 1
                from patrol.task
                where person_id = :person
                  and given_at <= :to
                  and coalesce(received_at, due_at) >= :from),
              :at)
            on conflict do nothing
            """;

    private final JdbcClient db;

    OffGroundStore(JdbcClient db) {
        this.db = db;
    }

    public record Unlooked(long turn, String person, Instant startedAt) {}

    /// Turns that ended before a moment and whose tracks nobody looked through.
    public List<Unlooked> listUnlooked(Instant since, Instant before, int most) {
        return db.sql(LIST_UNLOOKED)
                .param("since", utc(since))
                .param("before", utc(before))
                .param("most", most)
                .query((row, _) ->
                        new Unlooked(
                                row.getLong("duty_id"),
                                row.getString("person_id"),
                                instant(row, "started_at")))
                .list();
    }

    public void saveLooked(Collection<Long> turns, Instant at) {
        db.sql(SAVE_LOOKED)
                .param("turns", turns.toArray(Long[]::new))
                .param("at", utc(at))
                .update();
    }

    /// Keeps a stretch, and whether the person had a task in hand meanwhile.
    public void save(Unlooked turn, int part, Stretch stretch, Instant at) {
        db.sql(SAVE)
                .param("duty", turn.turn())
                .param("part", part)
                .param("person", turn.person())
                .param("from", utc(stretch.from()))
                .param("to", utc(stretch.to()))
                .param("farthest", stretch.farthest())
                .param("at", utc(at))
                .update();
    }
}
