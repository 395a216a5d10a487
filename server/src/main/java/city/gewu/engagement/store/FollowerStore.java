package city.gewu.engagement.store;

import static city.gewu.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who follows a case and was not told how it stands.
@Repository
public class FollowerStore {

    private static final String COLUMNS =
            """
            r.report_id, coalesce(rated.report_id, r.report_id) as follower,
              r.language, c.case_no, c.category,
              coalesce(lead.reason, c.reason) as reason, m.milestone, r.wants_answer
            """;

    /// A copy stands where its lead is; a "no" is told to whoever said it.
    private static final String WHERE_IT_STANDS =
            """
            join casework.pub_followed_case c on c.case_id = r.case_id
            left join casework.pub_followed_case lead on lead.case_id = c.merged_into
            left join engagement.rating rated on rated.dissent_id = r.report_id
            cross join lateral (
              select case
                when coalesce(lead.state, c.state) in ('REPORTED', 'VERIFYING', 'ACCEPTED') then ''
                when coalesce(lead.state, c.state) in ('CLOSED', 'FIXED_ON_SPOT') then 'closed'
                when coalesce(lead.state, c.state) in ('REFUSED_ACCEPTANCE', 'REFUSED_FILING')
                  then 'refused'
                when coalesce(lead.state, c.state) = 'CANCELLED' then 'cancelled'
                else 'filed'
              end as milestone
            ) m
            where r.state = 'taken'
              and r.told in ('', 'filed')
              and m.milestone <> r.told
              and m.milestone <> ''
            order by r.report_id
            limit :limit
            """;

    private static final String LIST_UNTOLD =
            """
            -- engagement.listUntold
            select
            """
                    + COLUMNS
                    + """
                      from engagement.report r
                    """
                    + WHERE_IT_STANDS;

    /// Of reports that may have come further since a moment: of cases of which the ledger tells
    /// since, of the copies of these, and those that were taken in since. Each part is found by an
    /// index, so a quiet round reads nothing of the many that wait for their end.
    private static final String LIST_UNTOLD_SINCE =
            """
            -- engagement.listUntoldSince
            with moved as (
              select distinct case_id
              from casework.pub_case_event_now
              where recorded_at > :after
            ), touched as (
              select r.report_id
              from moved
              join engagement.report r on r.case_id = moved.case_id
              union
              select r.report_id
              from moved
              join casework.pub_followed_case copy on copy.merged_into = moved.case_id
              join engagement.report r on r.case_id = copy.case_id
              union
              select report_id
              from engagement.report
              where sent_at > :after
              union
              select report_id
              from engagement.report
              where decided_at > :after
            )
            select
            """
                    + COLUMNS
                    + """
                      from touched
                      join engagement.report r on r.report_id = touched.report_id
                    """
                    + WHERE_IT_STANDS;

    /// The report whose code leads to it: a "no" has none that anybody was given.
    private static final String FIND_FOLLOWED_BY =
            """
            select client_id
            from engagement.report
            where report_id = :report
            """;

    private static final String MARK_TOLD =
            """
            update engagement.report r
            set told = n.milestone
            from unnest(:reports::bigint[], :milestones::text[]) as n (report_id, milestone)
            where r.report_id = n.report_id
            """;

    private final JdbcClient db;

    FollowerStore(JdbcClient db) {
        this.db = db;
    }

    /// @param follower id of the report whose sender is told
    /// @param milestone `filed`, `closed`, `refused` or `cancelled`
    public record Untold(
            long report,
            long follower,
            String language,
            String number,
            String category,
            String reason,
            String milestone,
            boolean wantsAnswer) {}

    /// Everybody who was not told.
    public List<Untold> listUntold(int limit) {
        return db.sql(LIST_UNTOLD).param("limit", limit).query((row, _) -> untold(row)).list();
    }

    /// Those of them whose case or report moved after the moment.
    public List<Untold> listUntoldSince(Instant after, int limit) {
        return db.sql(LIST_UNTOLD_SINCE)
                .param("after", utc(after))
                .param("limit", limit)
                .query((row, _) -> untold(row))
                .list();
    }

    private static Untold untold(ResultSet row) throws SQLException {
        return new Untold(
                row.getLong("report_id"),
                row.getLong("follower"),
                row.getString("language"),
                row.getString("case_no"),
                row.getString("category"),
                row.getString("reason"),
                row.getString("milestone"),
                row.getBoolean("wants_answer"));
    }

    /// The id that a follower's phone gave to what it sent.
    public Optional<UUID> findClientId(long report) {
        return db.sql(FIND_FOLLOWED_BY).param("report", report).query(UUID.class).optional();
    }

    public void markTold(List<Untold> told) {
        db.sql(MARK_TOLD)
                .param("reports", told.stream().map(Untold::report).toArray(Long[]::new))
                .param("milestones", told.stream().map(Untold::milestone).toArray(String[]::new))
                .update();
    }
}
