package city.gewu.casework.store;

import city.gewu.casework.Position;
import city.gewu.people.Scope;
import city.gewu.people.Sight;
import city.gewu.platform.Where;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cases found by where they are, or by their ids, as one person may see them.
@Repository
public class NearbyStore {

    private static final String LIST_OPEN_IN =
            """
            -- casework.listOpenIn
            select
            """
                    + CaseLine.COLUMNS
                    + """
                    from casework.case_file f
                    where f.ended_at is null
                      and f.longitude is not null
                      and point(f.longitude, f.latitude)
                        <@ box(point(:west, :south), point(:east, :north))
                      /* filters */
                    order by point(f.longitude, f.latitude) <-> point(:longitude, :latitude)
                    limit :limit
                    """;

    private static final String LIST_BY_ID =
            """
            -- casework.listById
            select
            """
                    + CaseLine.COLUMNS
                    + """
                    from casework.case_file f
                    where f.case_id = any(:ids)
                      /* filters */
                    order by f.reported_at desc, f.case_id desc
                    limit :limit
                    """;

    private final JdbcClient db;

    NearbyStore(JdbcClient db) {
        this.db = db;
    }

    /// A box around a point; `across` and `up` in degrees.
    public record Around(Position middle, double across, double up) {}

    /// @param category code of a minor category, or empty text for all
    public List<CaseLine> listOpenIn(Around around, String category, Scope scope, int limit) {
        var where = Sight.narrow(new Where(), scope);
        where.and("f.category = :category", "category", category.isEmpty() ? null : category);
        var middle = around.middle();
        return db.sql(where.into(LIST_OPEN_IN))
                .param("west", middle.longitude() - around.across())
                .param("east", middle.longitude() + around.across())
                .param("south", middle.latitude() - around.up())
                .param("north", middle.latitude() + around.up())
                .param("longitude", middle.longitude())
                .param("latitude", middle.latitude())
                .param("limit", limit)
                .params(where.values())
                .query(CaseLine::read)
                .list();
    }

    /// The newest of these cases.
    public List<CaseLine> listById(List<Long> ids, Scope scope, int limit) {
        var where = Sight.narrow(new Where(), scope);
        return db.sql(where.into(LIST_BY_ID))
                .param("ids", ids.toArray(Long[]::new))
                .param("limit", limit)
                .params(where.values())
                .query(CaseLine::read)
                .list();
    }
}
