package city.gewu.patrol.model;

import city.gewu.engine.spatial.GroundDistance;
import city.gewu.people.Area;
import city.gewu.platform.Named;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;

/// The ground of the city as work in the street needs it: its finest grid, and how far a point lies
/// from an area.
public final class Ground {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<Grid> grids;
    private final int gridDepth;
    private final Map<String, Geometry> outlines = new HashMap<>();

    /// A unit of the finest level.
    ///
    /// @param places code of the unit for each level of the city
    public record Grid(String code, Named name, Geometry shape, List<String> places) {

        public Grid {
            places = List.copyOf(places);
        }
    }

    /// @param outlines of all units, by level and code as `level/code`
    /// @param gridDepth depth of the finest level
    public Ground(List<Grid> grids, int gridDepth, Map<String, Geometry> outlines) {
        this.grids = List.copyOf(grids);
        this.gridDepth = gridDepth;
        this.outlines.putAll(outlines);
    }

    /// How a point lies to the nearest of some areas.
    ///
    /// @param metres outside of the area, 0 inside
    public record Nearness(Area area, double metres) {}

    /// The finest units that lie in one of the areas.
    public List<Grid> listGrids(Collection<Area> reach) {
        return grids.stream()
                .filter(grid -> reach.stream().anyMatch(area -> area.holds(grid.places())))
                .toList();
    }

    /// Depth of the finest level, from 1.
    public int gridDepth() {
        return gridDepth;
    }

    /// The nearest of the areas; empty when there are none that have an outline.
    ///
    /// @param inCity whether the point lies in the city
    public Optional<Nearness> findNearest(
            Collection<Area> areas, double longitude, double latitude, boolean inCity) {
        return areas.stream()
                .flatMap(area -> metres(area, longitude, latitude, inCity).stream())
                .min(
                        Comparator.comparingDouble(Nearness::metres)
                                .thenComparingInt(near -> -near.area().depth())
                                .thenComparing(near -> near.area().unit()));
    }

    private Optional<Nearness> metres(
            Area area, double longitude, double latitude, boolean inCity) {
        if (area.isCity() && inCity) {
            return Optional.of(new Nearness(area, 0));
        }
        var shape = area.isCity() ? nearestGrid(longitude, latitude) : findOutline(area);
        return shape.map(found -> new Nearness(area, metres(found, longitude, latitude)));
    }

    private Optional<Geometry> findOutline(Area area) {
        return Optional.ofNullable(outlines.get(area.level() + "/" + area.unit()));
    }

    private Optional<Geometry> nearestGrid(double longitude, double latitude) {
        var point = GEOMETRY.createPoint(new Coordinate(longitude, latitude));
        return grids.stream()
                .map(Grid::shape)
                .min(Comparator.comparingDouble(shape -> shape.distance(point)));
    }

    private static double metres(Geometry shape, double longitude, double latitude) {
        var point = GEOMETRY.createPoint(new Coordinate(longitude, latitude));
        var nearest = DistanceOp.nearestPoints(shape, point)[0];
        return GroundDistance.metres(nearest.x, nearest.y, longitude, latitude);
    }
}
