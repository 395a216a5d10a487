package city.gewu.patrol.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.patrol.model.Task.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which cases wait for somebody to look, and who was drawn.
@Repository
public class DrawStore {

    private static final String LIST_UNASKED =
            """
            -- patrol.listUnasked
            select awaited.case_id, awaited.state, awaited.round
            from casework.pub_awaited awaited
            where not exists (
              select 1
              from patrol.task
              where task.case_id = awaited.case_id
                and task.state in ('WAITING', 'OPEN', 'TELLING'))
            order by awaited.case_id
            limit :limit
            """;

    private static final String ASK =
            """
            -- patrol.ask
            insert into patrol.task (case_id, kind, round, asked_at, state)
            values (:caseId, :kind, :round, :now, 'WAITING')
            on conflict do nothing
            """;

    private static final String LIST_WAITING =
            """
            -- patrol.listWaiting
            select
              task.task_id,
              task.case_id,
              task.kind,
              array(
                select earlier.person_id
                from patrol.task earlier
                where earlier.case_id = task.case_id
                  and earlier.kind = task.kind
                  and earlier.round = task.round
                  and earlier.state in ('UNREACHABLE', 'LATE')) as asked_before
            from patrol.task
            where task.state = 'WAITING'
              and (:again or task.why = '')
            order by task.tried_at nulls first, task.asked_at, task.task_id
            limit :limit
            """;

    /// The phone sends again what was given back; what the case does not wait for any more it was
    /// told.
    private static final String SETTLE_UNTOLD =
            """
            -- patrol.settleUntold
            with untold as (
              select
                task.task_id,
                exists (
                  select 1
                  from casework.pub_awaited awaited
                  where awaited.case_id = task.case_id
                    and awaited.round = task.round
                    and awaited.state
                      = case task.kind when 'CHECK' then 'CHECKING' else 'VERIFYING' end)
                  as awaited
              from patrol.task
              where task.state = 'TELLING'
                and task.received_at < :before
            )
            update patrol.task
            set state = case when untold.awaited then 'OPEN' else 'DONE' end,
              client_id = case when untold.awaited then null else task.client_id end,
              outcome = case when untold.awaited then '' else task.outcome end
            from untold
            where task.task_id = untold.task_id
              and task.state = 'TELLING'
            """;

    private static final String END_OVERTAKEN =
            """
            -- patrol.endOvertaken
            update patrol.task
            set state = 'ENDED',
              why = 'patrol.overtaken'
            where task.state in ('WAITING', 'OPEN')
              and not exists (
                select 1
                from casework.pub_awaited awaited
                where awaited.case_id = task.case_id
                  and awaited.round = task.round
                  and awaited.state
                    = case task.kind when 'CHECK' then 'CHECKING' else 'VERIFYING' end)
            """;

    private static final String END_LATE =
            """
            -- patrol.endLate
            update patrol.task
            set state = 'LATE',
              why = 'patrol.too-late'
            where state = 'OPEN'
              and due_at < :now
            """;

    private static final String COUNT_IN_HAND =
            """
            -- patrol.countInHand
            select person_id, count(*) as tasks
            from patrol.task
            where state = 'OPEN'
            group by person_id
            """;

    private static final String GIVE =
            """
            -- patrol.give
            with given as (
              update patrol.task
              set state = 'OPEN',
                person_id = :person,
                given_at = :now,
                due_at = :dueAt,
                why = ''
              where task_id = :task
                and state = 'WAITING'
              returning task_id
            )
            insert into patrol.draw (task_id, at, seed, tier, candidates, left_out, person_id)
            select task_id, :now, :seed, :circle, :candidates::text[], :leftOut::jsonb, :person
            from given
            """;

    private static final String KEEP_WAITING =
            """
            -- patrol.keepWaiting
            update patrol.task
            set why = :why,
              tried_at = :now
            where task_id = :task
              and state = 'WAITING'
            """;

    private static final String LIST_DRAWS =
            """
            -- patrol.listDraws
            select draw.at, draw.seed, draw.tier, draw.candidates, draw.left_out::text as left_out,
              draw.person_id, task.kind, task.state
            from patrol.draw
            join patrol.task on task.task_id = draw.task_id
            where task.case_id = :caseId
            order by draw.draw_id
            """;

    private final JdbcClient db;

    DrawStore(JdbcClient db) {
        this.db = db;
    }

    public record Unasked(long caseId, Kind kind, int round) {}

    /// @param askedBefore who had it and could not do it
    public record WaitingTask(long id, long caseId, Kind kind, Set<String> askedBefore) {

        public WaitingTask {
            askedBefore = Set.copyOf(askedBefore);
        }
    }

    /// @param leftOut JSON: how many were left out, by reason
    public record DrawRow(
            Kind kind,
            String state,
            Instant at,
            long seed,
            String circle,
            List<String> candidates,
            String leftOut,
            String person) {}

    public List<Unasked> listUnasked(int limit) {
        return db.sql(LIST_UNASKED)
                .param("limit", limit)
                .query((row, _) ->
                        new Unasked(
                                row.getLong("case_id"),
                                row.getString("state").equals("CHECKING")
                                        ? Kind.CHECK
                                        : Kind.VERIFICATION,
                                row.getInt("round")))
                .list();
    }

    public void ask(Unasked unasked, Instant now) {
        db.sql(ASK)
                .param("caseId", unasked.caseId())
                .param("kind", unasked.kind().name())
                .param("round", unasked.round())
                .param("now", utc(now))
                .update();
    }

    /// @param again also those that nobody could have before
    public List<WaitingTask> listWaiting(boolean again, int limit) {
        return db.sql(LIST_WAITING)
                .param("again", again)
                .param("limit", limit)
                .query(DrawStore::waiting)
                .list();
    }

    private static WaitingTask waiting(ResultSet row, int number) throws SQLException {
        return new WaitingTask(
                row.getLong("task_id"),
                row.getLong("case_id"),
                Kind.valueOf(row.getString("kind")),
                Set.copyOf(texts(row, "asked_before")));
    }

    /// Settles tasks whose result came before this moment and was not told to the end, because its
    /// server went away: the person has the task again, or it is done when the case moved on.
    public int settleUntold(Instant before) {
        return db.sql(SETTLE_UNTOLD).param("before", utc(before)).update();
    }

    /// Ends tasks whose case no longer waits for them.
    public int endOvertaken() {
        return db.sql(END_OVERTAKEN).update();
    }

    /// Ends tasks that were not done in time.
    public int endLate(Instant now) {
        return db.sql(END_LATE).param("now", utc(now)).update();
    }

    /// How many tasks people have in hand.
    public Map<String, Integer> countInHand() {
        var counts = new HashMap<String, Integer>();
        db.sql(COUNT_IN_HAND)
                .query(row -> {
                    counts.put(row.getString("person_id"), row.getInt("tasks"));
                });
        return counts;
    }

    /// Gives a waiting task to somebody and keeps how that person was drawn; answers whether it was
    /// still waiting.
    public boolean give(long task, DrawRow draw, Instant dueAt) {
        return db.sql(GIVE)
                        .param("task", task)
                        .param("person", draw.person())
                        .param("now", utc(draw.at()))
                        .param("dueAt", utc(dueAt))
                        .param("seed", draw.seed())
                        .param("circle", draw.circle())
                        .param("candidates", draw.candidates().toArray(String[]::new))
                        .param("leftOut", draw.leftOut())
                        .update()
                > 0;
    }

    /// Nobody could have it now; the others are tried before it is again.
    public void keepWaiting(long task, String why, Instant now) {
        db.sql(KEEP_WAITING).param("task", task).param("why", why).param("now", utc(now)).update();
    }

    public List<DrawRow> listDraws(long caseId) {
        return db.sql(LIST_DRAWS)
                .param("caseId", caseId)
                .query((row, _) ->
                        new DrawRow(
                                Kind.valueOf(row.getString("kind")),
                                row.getString("state"),
                                instant(row, "at"),
                                row.getLong("seed"),
                                row.getString("tier"),
                                texts(row, "candidates"),
                                row.getString("left_out"),
                                row.getString("person_id")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(Object::toString)
                .distinct()
                .toList();
    }
}
