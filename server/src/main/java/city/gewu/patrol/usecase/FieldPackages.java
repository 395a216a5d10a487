package city.gewu.patrol.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.patrol.model.Ground.Grid;
import city.gewu.patrol.store.GroundStore;
import city.gewu.patrol.store.GroundStore.Box;
import city.gewu.patrol.store.GroundStore.ComponentPoint;
import city.gewu.people.Actor;
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
