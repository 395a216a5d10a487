package city.gewu.messaging.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Notices that were kept for long enough.
@Repository
public class OldNotices {

    /// Whoever has no bell reads elsewhere, so sending counts as reading.
    private static final String DELETE =
            """
            with old as (
              select n.notice_id
              from messaging.notice n
              where n.made_at < :readBefore
                and (n.made_at < :before or n.recipient_kind <> 'staff' or n.read_at < :readBefore)
                and not exists (
                  select 1
                  from messaging.delivery d
                  where d.notice_id = n.notice_id
                    and d.state = 'queued')
              order by n.made_at
              limit :limit
            )
            delete from messaging.notice n
            using old
            where n.notice_id = old.notice_id
            """;

    private final JdbcClient db;

    OldNotices(JdbcClient db) {
        this.db = db;
    }

    /// Deletes notices with what became of them; answers how many.
    ///
    /// @param readBefore those read before this moment
    /// @param before those made before this moment that nobody read
    public int delete(Instant readBefore, Instant before, int limit) {
        return db.sql(DELETE)
                .param("readBefore", utc(readBefore))
                .param("before", utc(before))
                .param("limit", limit)
                .update();
    }
}
