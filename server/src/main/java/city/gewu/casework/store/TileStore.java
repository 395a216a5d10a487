package city.gewu.casework.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.utc;

import city.gewu.casework.model.Light;
import city.gewu.people.Scope;
import city.gewu.people.Sight;
import city.gewu.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The cases of a piece of the map: those that are open, and those that ended lately.
@Repository
public class TileStore {

    private static final String LIST_POINTS =
            """
            -- casework.listPoints
            select
              f.case_id, f.case_no, f.state, f.category, f.longitude, f.latitude, f.due_at, f.warn_at,
              coalesce(f.ended_at, f.suspended_at) as stopped_at
            from casework.case_file f
            where f.ended_at is null
              and f.longitude is not null
              and point(f.longitude, f.latitude)
                <@ box(point(:west, :south), point(:east, :north))
              /* filters */
            union all
            select
              f.case_id, f.case_no, f.state, f.category, f.longitude, f.latitude, f.due_at, f.warn_at,
              f.ended_at as stopped_at
            from casework.case_file f
            where f.ended_at is not null
              and f.longitude is not null
              and point(f.longitude, f.latitude)
                <@ box(point(:west, :south), point(:east, :north))
              and tstzrange(f.ended_at, f.ended_at, '[]') && tstzrange(:since, null)
              /* filters */
            order by case_id
            limit :limit
            """;

    /// One case for each cell: an open one before an ended one, the most urgent first. A case that
    /// was shown stays until a more urgent one comes to its cell. The cells are told apart by what
    /// index `case_file_open_look` holds; only the cases that are shown are then read.
    private static final String LIST_THINNED =
            """
            -- casework.listThinned
            with shown as (
              select distinct on (f.cell_x, f.cell_y) f.case_id
              from (
                select o.case_id, o.due_at, o.department, o.assisting, o.places, o.reporter,
                  false as ended,
                  floor((o.longitude - :west) / :cellX) as cell_x,
                  floor((o.latitude - :south) / :cellY) as cell_y
                from casework.case_file o
                where o.ended_at is null
                  and o.longitude between :west and :east
                  and o.latitude between :south and :north
                union all
                select e.case_id, e.due_at, e.department, e.assisting, e.places, e.reporter,
                  true as ended,
                  floor((e.longitude - :west) / :cellX) as cell_x,
                  floor((e.latitude - :south) / :cellY) as cell_y
                from casework.case_file e
                where e.ended_at >= :since
                  and e.longitude between :west and :east
                  and e.latitude between :south and :north
              ) f
              where true
                /* filters */
              order by f.cell_x, f.cell_y, f.ended, f.due_at, f.case_id
              limit :most
            )
            select
              c.case_id, c.case_no, c.state, c.category, c.longitude, c.latitude, c.due_at, c.warn_at,
              coalesce(c.ended_at, c.suspended_at) as stopped_at
            from shown
            join casework.case_file c on c.case_id = shown.case_id
            """;

    private final JdbcClient db;

    TileStore(JdbcClient db) {
        this.db = db;
    }

    /// A piece of the map in degrees.
    public record Box(double west, double south, double east, double north) {}

    /// A case as the map draws it.
    public record CasePoint(
            long id,
            String caseNo,
            String state,
            Light light,
            String category,
            double longitude,
            double latitude) {}

    /// What is asked of the map: a piece of it, as somebody may see it.
    ///
    /// @param since cases that ended earlier are not shown
    public record Look(Box box, Scope scope, Instant since, Instant now) {}

    /// At most so many cases, the oldest first.
    public List<CasePoint> listPoints(Look look, int limit) {
        var where = Sight.narrow(new Where(), look.scope());
        return statement(where.into(LIST_POINTS), look, where)
                .param("limit", limit)
                .query((row, _) -> point(row, look.now()))
                .list();
    }

    /// At most one case for each of `cells` × `cells` cells.
    public List<CasePoint> listThinned(Look look, int cells) {
        var where = Sight.narrow(new Where(), look.scope());
        var box = look.box();
        return statement(where.into(LIST_THINNED), look, where)
                .param("cellX", (box.east() - box.west()) / cells)
                .param("cellY", (box.north() - box.south()) / cells)
                // A border belongs to both sides, so there may be a cell more each way.
                .param("most", (cells + 1) * (cells + 1))
                .query((row, _) -> point(row, look.now()))
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, Look look, Where where) {
        var box = look.box();
        return db.sql(sql)
                .param("west", box.west())
                .param("south", box.south())
                .param("east", box.east())
                .param("north", box.north())
                .param("since", utc(look.since()))
                .params(where.values());
    }

    private static CasePoint point(ResultSet row, Instant now) throws SQLException {
        return new CasePoint(
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getString("state"),
                Light.at(
                        findInstant(row, "stopped_at").orElse(now),
                        findInstant(row, "due_at"),
                        findInstant(row, "warn_at")),
                row.getString("category"),
                row.getDouble("longitude"),
                row.getDouble("latitude"));
    }
}
