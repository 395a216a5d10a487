package city.gewu.patrol.store;

import city.gewu.platform.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ground people work on, as other modules publish it.
@Repository
public class GroundStore {

    private static final String FIND_REVISION =
            """
            -- patrol.findRevision
            select
              coalesce((select max(revision) from territory.pub_revision), 0) as territory,
              (select revision from component.pub_revision) as components
            """;

    private static final String LIST_OUTLINES =
            """
            -- patrol.listOutlines
            select level, depth, code, name_zh, name_en, shape
            from territory.pub_outline
            order by depth, code
            """;

    private static final String LIST_ROADS =
            """
            -- patrol.listRoads
            select shape
            from territory.pub_base_feature
            where layer = 'road'
            order by feature_id
            """;

    private static final String LIST_COMPONENTS =
            """
            -- patrol.listComponents
            select code, category, name, longitude, latitude
            from component.pub_component
            where longitude between :west and :east
              and latitude between :south and :north
            order by code
            """;

    private final JdbcClient db;

    GroundStore(JdbcClient db) {
        this.db = db;
    }

    /// Which state of the data something was made of.
    public record Revision(long territory, long components) {}

    /// A unit in force with its outline in WGS84 degrees.
    public record Outline(String level, int depth, String code, Named name, Geometry shape) {}

    public record ComponentPoint(
            String code, String category, String name, double longitude, double latitude) {}

    /// Degrees.
    public record Box(double west, double south, double east, double north) {}

    public Revision findRevision() {
        return db.sql(FIND_REVISION)
                .query((row, _) ->
                        new Revision(row.getLong("territory"), row.getLong("components")))
                .single();
    }

    public List<Outline> listOutlines() {
        return db.sql(LIST_OUTLINES).query(GroundStore::outline).list();
    }

    public List<Geometry> listRoads() {
        return db.sql(LIST_ROADS).query((row, _) -> shape(row.getBytes("shape"))).list();
    }

    public List<ComponentPoint> listComponents(Box box) {
        return db.sql(LIST_COMPONENTS)
                .param("west", box.west())
                .param("east", box.east())
                .param("south", box.south())
                .param("north", box.north())
                .query((row, _) ->
                        new ComponentPoint(
                                row.getString("code"),
                                row.getString("category"),
                                row.getString("name"),
                                row.getDouble("longitude"),
                                row.getDouble("latitude")))
                .list();
    }

    private static Outline outline(ResultSet row, int number) throws SQLException {
        return new Outline(
                row.getString("level"),
                row.getInt("depth"),
                row.getString("code"),
                new Named(row.getString("name_zh"), row.getString("name_en")),
                shape(row.getBytes("shape")));
    }

    private static Geometry shape(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored shape cannot be read.", e);
        }
    }
}
