package city.gewu.patrol.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.patrol.model.Ground.Grid;
import city.gewu.patrol.store.GroundStore;
import city.gewu.patrol.store.GroundStore.Box;
import city.gewu.patrol.store.GroundStore.ComponentPoint;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;

/// What a phone stores, to work without a network (离线包).
@Component
public class FieldPackages {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Catalogue catalogue;
    private final FieldGround ground;
    private final GroundStore store;

    FieldPackages(Catalogue catalogue, FieldGround ground, GroundStore store) {
        this.catalogue = catalogue;
        this.ground = ground;
        this.store = store;
    }

    /// What the package of somebody is made of: while it is the same, so is the package.
    ///
    /// @param reach areas of the posts they work in the street by
    /// @param territory revision of the geography
    /// @param components revision of the register
    /// @param scheme version of the catalogue, or empty text
    public record MadeOf(List<Area> reach, long territory, long components, String scheme) {}

    public MadeOf madeOf(Actor actor) {
        var revision = store.findRevision();
        return new MadeOf(
                FieldGround.reach(actor).stream()
                        .sorted(Comparator.comparing(Area::level).thenComparing(Area::unit))
                        .toList(),
                revision.territory(),
                revision.components(),
                catalogue.findVersion().orElse(""));
    }

    public List<MinorCategory> listCategories() {
        return catalogue.listCategories();
    }

    /// The finest units the person works in.
    public List<Grid> listGrids(Actor actor) {
        return ground.getGround().listGrids(FieldGround.reach(actor));
    }

    /// What stands in these units.
    public List<ComponentPoint> listComponents(Actor actor) {
        var grids = listGrids(actor);
        var all = new Envelope();
        grids.forEach(grid -> all.expandToInclude(grid.shape().getEnvelopeInternal()));
        if (all.isNull()) {
            return List.of();
        }
        var shapes =
                grids.stream().map(grid -> PreparedGeometryFactory.prepare(grid.shape())).toList();
        return store
                .listComponents(new Box(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()))
                .stream()
                .filter(one -> lies(one, shapes))
                .toList();
    }

    private static boolean lies(ComponentPoint one, List<PreparedGeometry> shapes) {
        var at = new Coordinate(one.longitude(), one.latitude());
        var point = GEOMETRY.createPoint(at);
        return shapes.stream()
                .anyMatch(shape ->
                        shape.getGeometry().getEnvelopeInternal().contains(at)
                                && shape.covers(point));
    }
}
