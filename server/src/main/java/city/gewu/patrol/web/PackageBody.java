package city.gewu.patrol.web;

import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.patrol.model.Ground.Grid;
import city.gewu.patrol.usecase.FieldSettings;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// What a phone stores.
///
/// @param revision changes when anything in it does
/// @param grids a GeoJSON FeatureCollection of the finest units in reach
record PackageBody(
        String revision,
        Instant serverTime,
        PersonBody person,
        List<CategoryBody> categories,
        Collection grids,
        SettingsBody settings) {

    record PersonBody(String id, String name, List<String> posts) {

        static PersonBody of(Actor actor) {
            return new PersonBody(
                    actor.id(),
                    actor.displayName(),
                    actor.posts().stream().map(Post::name).sorted().toList());
        }
    }

    /// @param major the name it stands under
    record CategoryBody(
            String code,
            Named major,
            Named name,
            String kind,
            List<ConditionBody> conditions,
            List<Question> questions) {

        static CategoryBody of(MinorCategory category) {
            return new CategoryBody(
                    category.code(),
                    category.major(),
                    category.name(),
                    category.kind().name(),
                    category.conditions().stream().map(ConditionBody::of).toList(),
                    category.questions());
        }
    }

    record ConditionBody(String code, Named filing, Named closing) {

        static ConditionBody of(FilingCondition condition) {
            return new ConditionBody(condition.code(), condition.filing(), condition.closing());
        }
    }

    record Collection(String type, List<Feature> features) {

        static Collection of(List<Grid> grids) {
            return new Collection("FeatureCollection", grids.stream().map(Feature::of).toList());
        }
    }

    record Feature(String type, String id, Properties properties, Shape geometry) {

        static Feature of(Grid grid) {
            return new Feature(
                    "Feature",
                    grid.code(),
                    new Properties(grid.code(), grid.name()),
                    Shape.of(grid.shape()));
        }
    }

    record Properties(String code, Named name) {}

    record Shape(String type, List<List<List<List<Double>>>> coordinates) {

        private static final double DIGITS = 1e6;

        static Shape of(Geometry shape) {
            var parts = new ArrayList<List<List<List<Double>>>>();
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                if (shape.getGeometryN(i) instanceof Polygon polygon) {
                    var rings = new ArrayList<List<List<Double>>>();
                    rings.add(ring(polygon.getExteriorRing()));
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        rings.add(ring(polygon.getInteriorRingN(hole)));
                    }
                    parts.add(rings);
                }
            }
            return new Shape("MultiPolygon", parts);
        }

        private static List<List<Double>> ring(LinearRing ring) {
            return Arrays.stream(ring.getCoordinates())
                    .map(at -> List.of(rounded(at.x), rounded(at.y)))
                    .toList();
        }

        private static double rounded(double degrees) {
            return Math.round(degrees * DIGITS) / DIGITS;
        }
    }

    record SettingsBody(
            int accuracyLimitMetres, int fenceMetres, int positionSeconds, int positionMetres) {

        static SettingsBody of(FieldSettings settings) {
            return new SettingsBody(
                    settings.accuracyLimitMetres(),
                    settings.fenceMetres(),
                    settings.positionSeconds(),
                    settings.positionMetres());
        }
    }
}
