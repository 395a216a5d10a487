package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How much a department has on its hands, and how much of what it was sent it gave back.
@Repository
public class DepartmentLoadStore {

    private static final String LOAD =
            """
            -- casework.loadOfDepartment
            select
              held.open,
              held.overdue,
              held.suspended,
              sent.dispatched,
              sent.returned
            from (
              select
                count(*) filter (where f.suspended_at is null) as open,
                count(*) filter (where f.suspended_at is null and f.due_at < :now) as overdue,
                count(*) filter (where f.suspended_at is not null) as suspended
              from casework.case_file f
              where f.department = :department
                and f.ended_at is null
                and f.state in ('DISPATCHED', 'HANDLING', 'SUSPENDED')
            ) held
            cross join (
              select
                count(*) filter (where e.kind <> 'returned') as dispatched,
                count(*) filter (where e.kind = 'returned') as returned
              from casework.case_event e
              where e.kind in ('dispatched', 'arbitrated', 'returned')
                and casework.named_department(e.details) = :department
                and e.at >= :since
            ) sent
            """;

    private final JdbcClient db;

    DepartmentLoadStore(JdbcClient db) {
        this.db = db;
    }

    /// @param open cases it must handle now, whose clock runs
    /// @param dispatched how often it was sent a case since the moment asked for
    /// @param returned how often it gave one back since then
    public record Load(long open, long overdue, long suspended, long dispatched, long returned) {}

    public Load load(String department, Instant since, Instant now) {
        return db.sql(LOAD)
                .param("department", department)
                .param("since", utc(since))
                .param("now", utc(now))
                .query((row, _) ->
                        new Load(
                                row.getLong("open"),
                                row.getLong("overdue"),
                                row.getLong("suspended"),
                                row.getLong("dispatched"),
                                row.getLong("returned")))
                .single();
    }
}
