package city.gewu.patrol.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.patrol.model.Task;
import city.gewu.patrol.model.Task.Kind;
import city.gewu.patrol.model.Task.Result;
import city.gewu.patrol.model.Task.State;
import city.gewu.people.Scope;
import city.gewu.people.Sight;
import city.gewu.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tasks that people have or had.
@Repository
public class TaskStore {

    private static final String FIND =
            """
            -- patrol.findTask
            select task_id, case_id, kind, round, state, person_id, asked_at, given_at, due_at, why,
              outcome, far
            from patrol.task
            where task_id = :task
            """;

    private static final String FIND_ANSWERED =
            """
            -- patrol.findAnswered
            select task_id, case_id, kind, round, state, person_id, asked_at, given_at, due_at, why,
              outcome, far
            from patrol.task
            where client_id = :clientId
            """;

    private static final String LIST_OPEN =
            """
            -- patrol.listOpenTasks
            select task_id, case_id, kind, round, state, person_id, asked_at, given_at, due_at, why,
              outcome, far
            from patrol.task
            where person_id = :person
              and state = 'OPEN'
            order by given_at, task_id
            """;

    private static final String LIST_IN_HAND =
            """
            select task.task_id, task.case_id, task.kind, task.round, task.state, task.person_id,
              task.asked_at, task.given_at, task.due_at, task.why, task.outcome, task.far
            from patrol.task
            join casework.pub_awaited f on f.case_id = task.case_id
            where task.state in ('WAITING', 'OPEN', 'TELLING')
              /* filters */
            order by task.state = 'WAITING' desc, task.asked_at, task.task_id
            limit :limit
            """;

    private static final String HOLDS =
            """
            -- patrol.holdsTask
            select exists (
              select 1
              from patrol.task
              where person_id = :person
                and case_id = :caseId
                and state in ('OPEN', 'TELLING'))
            """;

    private static final String FIND_HOLDER =
            """
            -- patrol.findHolder
            select person_id
            from patrol.task
            where case_id = :caseId
              and state in ('OPEN', 'TELLING')
            """;

    private static final String TAKE =
            """
            -- patrol.takeResult
            update patrol.task
            set state = case state when 'OPEN' then 'TELLING' else state end,
              client_id = :clientId,
              outcome = :outcome,
              note = :note,
              photos = :photos::text[],
              at = :at,
              sent_at = :sentAt,
              received_at = :receivedAt,
              longitude = :longitude,
              latitude = :latitude,
              accuracy_m = :accuracy,
              distance_m = :distance,
              far = :far
            where task_id = :task
              and person_id = :person
              and client_id is null
            """;

    /// Nothing that came in between is written over, but that the case was told is true whatever
    /// the task was taken for meanwhile.
    private static final String SETTLE =
            """
            -- patrol.settleTask
            update patrol.task
            set state = :state,
              why = :why
            where task_id = :task
              and (state = :from or (:state = 'DONE' and state = 'ENDED'))
            """;

    private static final String GIVE_BACK =
            """
            -- patrol.giveTaskBack
            update patrol.task
            set state = 'OPEN',
              client_id = null,
              outcome = ''
            where task_id = :task
              and state = 'TELLING'
            """;

    private final JdbcClient db;

    TaskStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Task> find(long task) {
        return db.sql(FIND).param("task", task).query(TaskStore::task).optional();
    }

    /// The task that was answered under this id of a phone.
    public Optional<Task> findAnswered(UUID clientId) {
        return db.sql(FIND_ANSWERED).param("clientId", clientId).query(TaskStore::task).optional();
    }

    public List<Task> listOpen(String person) {
        return db.sql(LIST_OPEN).param("person", person).query(TaskStore::task).list();
    }

    /// Tasks that are not over, of cases in this sight, those waiting first.
    public List<Task> listInHand(Scope scope, int limit) {
        var seen = Sight.narrow(new Where(), scope);
        return db.sql(seen.into(LIST_IN_HAND))
                .params(seen.values())
                .param("limit", limit)
                .query(TaskStore::task)
                .list();
    }

    public boolean holds(String person, long caseId) {
        return db.sql(HOLDS)
                .param("person", person)
                .param("caseId", caseId)
                .query(Boolean.class)
                .single();
    }

    /// Who has the task on the case that is not over; a case has one at most.
    public Optional<String> findHolder(long caseId) {
        return db.sql(FIND_HOLDER).param("caseId", caseId).query(String.class).optional();
    }

    /// Takes a result in; false when the task has one already. A result that comes after the task
    /// was over is kept too.
    public boolean take(long task, String person, Result result) {
        return db.sql(TAKE)
                        .param("task", task)
                        .param("person", person)
                        .param("clientId", result.clientId())
                        .param("outcome", result.outcome().name())
                        .param("note", result.note())
                        .param("photos", result.photos().toArray(String[]::new))
                        .param("at", utc(result.at()))
                        .param("sentAt", utc(result.sentAt()))
                        .param("receivedAt", utc(result.receivedAt()))
                        .param("longitude", result.fix().longitude())
                        .param("latitude", result.fix().latitude())
                        .param("accuracy", result.fix().accuracyMetres())
                        .param("distance", result.metres().orElse(null))
                        .param("far", result.far())
                        .update()
                == 1;
    }

    /// Settles a task that still stands as it did.
    ///
    /// @param why empty text when there is nothing to say
    public void settle(long task, State from, State state, String why) {
        db.sql(SETTLE)
                .param("task", task)
                .param("from", from.name())
                .param("state", state.name())
                .param("why", why)
                .update();
    }

    /// The result was refused and may be corrected.
    public void giveBack(long task) {
        db.sql(GIVE_BACK).param("task", task).update();
    }

    static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getLong("task_id"),
                row.getLong("case_id"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("round"),
                State.valueOf(row.getString("state")),
                row.getString("person_id"),
                instant(row, "asked_at"),
                findInstant(row, "given_at"),
                findInstant(row, "due_at"),
                row.getString("why"),
                row.getString("outcome"),
                row.getBoolean("far"));
    }
}
