package city.gewu.engagement.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What lately happened to cases that their departments should hear of. What an import tells today of
/// an earlier day is no news.
@Repository
public class StaffNewsStore {

    private static final String LIST =
            """
            -- engagement.listStaffNews
            select e.case_id, e.seq, e.kind, c.case_no, c.category, c.address, c.department
            from casework.pub_case_event_now e
            join casework.pub_case_now c on c.case_id = e.case_id
            where e.recorded_at > :after
              and e.recorded_at <= :until
              and e.at > :after::timestamptz - interval '1 day'
              and (
                e.kind in ('dispatched', 'arbitrated', 'urged', 'supervision-ordered')
                or (e.kind = 'deadline-raised' and c.due_at <= e.at))
              and c.department <> ''
              and c.ended_at is null
            order by e.recorded_at, e.case_id, e.seq
            """;

    private static final String FIND_UNTIL =
            """
            select until
            from engagement.staff_told
            """;

    private static final String SAVE_UNTIL =
            """
            insert into engagement.staff_told (until)
            values (:until)
            on conflict (only_one) do update
            set until = excluded.until
            """;

    private final JdbcClient db;

    StaffNewsStore(JdbcClient db) {
        this.db = db;
    }

    /// @param kind of the event, as the ledger has it
    public record News(
            long caseId,
            int seq,
            String kind,
            String number,
            String category,
            String address,
            String department) {}

    public List<News> list(Instant after, Instant until) {
        return db.sql(LIST)
                .param("after", utc(after))
                .param("until", utc(until))
                .query((row, _) ->
                        new News(
                                row.getLong("case_id"),
                                row.getInt("seq"),
                                row.getString("kind"),
                                row.getString("case_no"),
                                row.getString("category"),
                                row.getString("address"),
                                row.getString("department")))
                .list();
    }

    public Optional<Instant> findUntil() {
        return db.sql(FIND_UNTIL).query((row, _) -> instant(row, "until")).optional();
    }

    public void saveUntil(Instant until) {
        db.sql(SAVE_UNTIL).param("until", utc(until)).update();
    }
}
