package city.gewu.catalogue.store;

import city.gewu.platform.LaidDownStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// From when each scheme counts.
@Repository
public class InForceStore extends LaidDownStore {

    private static final String LOCK =
            """
            -- catalogue.lockSchemes
            lock table catalogue.scheme_in_force in exclusive mode
            """;

    private static final String LIST_LAID_DOWN =
            """
            -- catalogue.listLaidDown
            select number, version, since, laid_down_at, author, reason,
              withdrawn_at, withdrawn_by, withdrawn_for
            from catalogue.scheme_in_force
            order by number
            """;

    private static final String LAY_DOWN =
            """
            insert into catalogue.scheme_in_force (version, since, laid_down_at, author, reason)
            values (:version, :since, :at, :author, :reason)
            """;

    private static final String WITHDRAW =
            """
            update catalogue.scheme_in_force
            set withdrawn_at = :at,
              withdrawn_by = :author,
              withdrawn_for = :reason
            where number = :number
            """;

    InForceStore(JdbcClient db) {
        super(db, new Statements(LOCK, LIST_LAID_DOWN, LAY_DOWN, WITHDRAW));
    }
}
