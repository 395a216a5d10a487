package city.gewu.territory.store;

import city.gewu.platform.Moments;
import city.gewu.territory.model.Draft;
import city.gewu.territory.model.DraftStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Drafts and their steps.
@Repository
public class DraftStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FIND_OPEN =
            """
            select draft_id, person, level, base, started_at
            from territory.draft
            where draft_id = :id
              and person = :person
              and state = 'OPEN'
            """;

    private static final String FIND_OPEN_OF =
            """
            select draft_id
            from territory.draft
            where person = :person
              and level = :level
              and state = 'OPEN'
            """;

    private static final String LIST_STEPS =
            """
            select step
            from territory.draft_step
            where draft_id = :id
            order by step_no
            """;

    private static final String INSERT_DRAFT =
            """
            insert into territory.draft (draft_id, person, level, base, state, started_at)
            values (:id, :person, :level, :base, 'OPEN', :at)
            on conflict do nothing
            """;

    private static final String ADD_STEP =
            """
            insert into territory.draft_step (draft_id, step_no, step)
            values (:id, :number, :step)
            on conflict do nothing
            """;

    private static final String REMOVE_STEP =
            """
            delete from territory.draft_step
            where draft_id = :id
              and step_no = :number
            """;

    private static final String END_DRAFT =
            """
            update territory.draft
            set state = :state,
              ended_at = :at,
              effective_on = :day
            where draft_id = :id
              and state = 'OPEN'
            """;

    private final JdbcClient db;

    DraftStore(JdbcClient db) {
        this.db = db;
    }

    /// The open draft of this person.
    public Optional<Draft> findOpen(UUID id, String person) {
        List<DraftStep> steps =
                db.sql(LIST_STEPS)
                        .param("id", id)
                        .query((row, _) -> JSON.readValue(row.getString("step"), DraftStep.class))
                        .list();
        return db.sql(FIND_OPEN)
                .param("id", id)
                .param("person", person)
                .query((row, _) -> draft(row, steps))
                .optional();
    }

    public Optional<UUID> findOpenOf(String person, String level) {
        return db.sql(FIND_OPEN_OF)
                .param("person", person)
                .param("level", level)
                .query((row, _) -> row.getObject("draft_id", UUID.class))
                .optional();
    }

    public void insertDraft(Draft draft) {
        db.sql(INSERT_DRAFT)
                .param("id", draft.id())
                .param("person", draft.person())
                .param("level", draft.level())
                .param("base", draft.base())
                .param("at", Moments.utc(draft.startedAt()))
                .update();
    }

    /// Whether it was added: of two with one number, sent at once from two windows, one is.
    public boolean addStep(UUID id, int number, DraftStep step) {
        return db.sql(ADD_STEP)
                        .param("id", id)
                        .param("number", number)
                        .param("step", JSON.writeValueAsString(step))
                        .update()
                == 1;
    }

    public void removeStep(UUID id, int number) {
        db.sql(REMOVE_STEP).param("id", id).param("number", number).update();
    }

    public void endDraft(UUID id, String state, Instant at, Optional<LocalDate> day) {
        db.sql(END_DRAFT)
                .param("id", id)
                .param("state", state)
                .param("at", Moments.utc(at))
                .param("day", day.orElse(null))
                .update();
    }

    private static Draft draft(ResultSet row, List<DraftStep> steps) throws SQLException {
        return new Draft(
                row.getObject("draft_id", UUID.class),
                row.getString("person"),
                row.getString("level"),
                row.getString("base"),
                Moments.instant(row, "started_at"),
                steps);
    }
}
