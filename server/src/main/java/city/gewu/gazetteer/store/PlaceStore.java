package city.gewu.gazetteer.store;

import city.gewu.gazetteer.model.NamedPlace;
import city.gewu.gazetteer.model.PlaceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the base map and the register of components name.
@Repository
public class PlaceStore {

    private static final String FIND_REVISION =
            """
            -- gazetteer.findRevision
            select
              coalesce((select max(revision) from territory.pub_revision), 0) as territory,
              (select revision from component.pub_revision) as components
            """;

    private static final String LIST_FEATURES =
            """
            -- gazetteer.listFeatures
            select layer, class, name, shape
            from territory.pub_base_feature
            where name <> ''
            order by feature_id
            """;

    private static final String LIST_COMPONENTS =
            """
            -- gazetteer.listComponents
            select code, category, name, longitude, latitude
            from component.pub_component
            order by code
            """;

    private final JdbcClient db;

    PlaceStore(JdbcClient db) {
        this.db = db;
    }

    /// Which state of the data an index was made of.
    public record Revision(long territory, long components) {}

    public record NamedShape(String layer, String kind, String name, Geometry shape) {}

    public Revision findRevision() {
        return db.sql(FIND_REVISION)
                .query((row, _) ->
                        new Revision(row.getLong("territory"), row.getLong("components")))
                .single();
    }

    public List<NamedShape> listFeatures() {
        return db.sql(LIST_FEATURES)
                .query((row, _) ->
                        new NamedShape(
                                row.getString("layer"),
                                row.getString("class"),
                                row.getString("name"),
                                shape(row.getBytes("shape"))))
                .list();
    }

    /// @param categoryName what a category is called
    public List<NamedPlace> listComponents(UnaryOperator<String> categoryName) {
        return db.sql(LIST_COMPONENTS).query((row, _) -> component(row, categoryName)).list();
    }

    private static NamedPlace component(ResultSet row, UnaryOperator<String> categoryName)
            throws SQLException {
        var name = row.getString("name");
        var kind = categoryName.apply(row.getString("category"));
        return new NamedPlace(
                PlaceKind.COMPONENT,
                name.isEmpty() ? kind : name,
                List.of(kind, name),
                row.getString("code"),
                name,
                row.getDouble("longitude"),
                row.getDouble("latitude"));
    }

    private static Geometry shape(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored shape cannot be read.", e);
        }
    }
}
