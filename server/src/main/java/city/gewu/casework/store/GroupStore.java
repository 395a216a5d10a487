package city.gewu.casework.store;

import city.gewu.casework.CaseId;
import city.gewu.people.Scope;
import city.gewu.people.Sight;
import city.gewu.platform.Where;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which cases are copies of one (并案), and which may be. Served by index `case_file_merged_into`.
@Repository
public class GroupStore {

    private static final int MOST = 1000;

    private static final String LOCK_GROUPS =
            """
            -- casework.lockGroups
            select pg_advisory_xact_lock(hashtext('casework.groups'))
            """;

    private static final String LEADS_GROUP =
            """
            -- casework.leadsGroup
            select exists (
              select 1
              from casework.case_file
              where merged_into = :lead)
            """;

    private static final String LIST_UNTOLD =
            """
            -- casework.listUntold
            select c.case_id, c.merged_into
            from casework.case_file c
            join casework.case_file l on l.case_id = c.merged_into
            where c.merged_into is not null
              and c.reason = ''
              and (c.origin = '' or starts_with(c.origin, 'live:'))
              and l.ended_at is not null
            order by c.case_id
            limit :limit
            """;

    private static final String LIST_COPIES =
            """
            -- casework.listCopyLines
            select
            """
                    + CaseLine.COLUMNS
                    + """
                    from casework.case_file f
                    where f.merged_into = :lead
                      /* filters */
                    order by f.case_id
                    limit :limit
                    """;

    private static final String COUNT_DUPLICATES =
            """
            -- casework.countDuplicates
            select
              w.case_id,
              (
                select count(*)
                from casework.case_file f
                where f.merged_into = w.case_id
                  /* filters */
              ) as copies,
              (
                select count(*)
                from casework.case_file f
                where w.ended_at is null
                  and w.filed_at is null
                  and w.longitude is not null
                  and f.ended_at is null
                  and f.longitude is not null
                  and f.case_id <> w.case_id
                  and f.category = w.category
                  and point(f.longitude, f.latitude)
                    <@ box(
                      point(w.longitude - :across, w.latitude - :up),
                      point(w.longitude + :across, w.latitude + :up))
                  /* filters */
              ) as likely
            from casework.case_file w
            where w.case_id = any(:ids)
            """;

    private final JdbcClient db;

    GroupStore(JdbcClient db) {
        this.db = db;
    }

    /// A copy that waits for word of how its lead ended.
    public record Untold(CaseId copy, CaseId lead) {}

    /// @param copies cases merged into it
    /// @param likely open cases of its category close by, while it is not filed itself
    public record DuplicateCount(long id, long copies, long likely) {}

    /// Lets no other server change groups until the transaction ends.
    public void lockGroups() {
        db.sql(LOCK_GROUPS).query((_, _) -> true).single();
    }

    public boolean leadsGroup(CaseId lead) {
        return db.sql(LEADS_GROUP).param("lead", lead.value()).query(Boolean.class).single();
    }

    /// The oldest live copies whose lead has ended and that were not told so.
    public List<Untold> listUntold() {
        return db.sql(LIST_UNTOLD)
                .param("limit", MOST)
                .query((row, _) ->
                        new Untold(
                                new CaseId(row.getLong("case_id")),
                                new CaseId(row.getLong("merged_into"))))
                .list();
    }

    /// The copies of a case that may be seen, the oldest first.
    public List<CaseLine> listCopies(CaseId lead, Scope scope, int limit) {
        var where = Sight.narrow(new Where(), scope);
        return db.sql(where.into(LIST_COPIES))
                .param("lead", lead.value())
                .param("limit", limit)
                .params(where.values())
                .query(CaseLine::read)
                .list();
    }

    /// @param across degrees of longitude that count as close by, as does `up` of latitude
    public List<DuplicateCount> countDuplicates(
            Collection<Long> ids, double across, double up, Scope scope) {
        var where = Sight.narrow(new Where(), scope);
        return db.sql(where.into(COUNT_DUPLICATES))
                .param("ids", ids.toArray(Long[]::new))
                .param("across", across)
                .param("up", up)
                .params(where.values())
                .query((row, _) ->
                        new DuplicateCount(
                                row.getLong("case_id"),
                                row.getLong("copies"),
                                row.getLong("likely")))
                .list();
    }
}
