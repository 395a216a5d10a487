package city.gewu.demo.basemap;

import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.plan.CityPlan.Road;
import city.gewu.demo.plan.Ground;
import city.gewu.demo.plan.Ground.Spot;
import city.gewu.demo.plan.LandUse;
import city.gewu.demo.plan.Landmark;
import city.gewu.demo.plan.Water;
import city.gewu.platform.Named;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineSequencer;

/// Draws the base map of the demo city.
public final class BaseMap {

    private static final Named RIVER = new Named("竹皮河", "Zhupi River");
    private static final Named LAKE = new Named("凤栖湖", "Fengqi Lake");
    private static final Named RESERVOIR = new Named("响水岭水库", "Xiangshuiling Reservoir");
    private static final double ROAD_OUT_OF_TOWN_M = 2_400;

    /// From the bank to the road along it.
    private static final double RIVERSIDE_M = 22;

    private final CityPlan plan;
    private final Water water;
    private final Geometry river;
    private final Geometry lake;
    private final GeoJsonText map = new GeoJsonText();

    private BaseMap(CityPlan plan) {
        this.plan = plan;
        this.water = new Water(plan);
        this.river = Shapes.line(water.river()).buffer(Water.RIVER_HALF_WIDTH_M, 3);
        this.lake = Shapes.area(water.lake());
    }

    public static InputStream draw(CityPlan plan, List<Landmark> landmarks) {
        var drawing = new BaseMap(plan);
        drawing.addWater();
        drawing.addGreen();
        drawing.addBuildings();
        drawing.plan.roads().forEach(drawing::addRoad);
        drawing.addRiversideRoads();
        drawing.addLabels(landmarks);
        return drawing.map.finish();
    }

    private void addWater() {
        addArea("water", RIVER, river);
        addArea("water", LAKE, lake);
        addArea("water", RESERVOIR, Shapes.area(water.reservoir()));
    }

    private void addGreen() {
        var none = new Named("", "");
        addArea("green", none, lake.buffer(40, 3).difference(lake));
        addArea("green", none, river.buffer(16, 3).difference(river.union(lake)));
        for (var block : plan.blocks()) {
            if (block.use() == LandUse.PARK) {
                var inside = Shapes.area(block.ring()).buffer(-9, 2);
                addArea("green", none, inside.difference(river).difference(lake));
            }
        }
        var town = Shapes.area(plan.outline()).buffer(70, 2).union(river.buffer(60, 2));
        for (var hill : hills()) {
            addArea(
                    "green",
                    none,
                    Shapes.area(hill).difference(town).difference(Shapes.area(water.reservoir())));
        }
    }

    /// Wooded hills around the city.
    private static List<List<Spot>> hills() {
        double[][] places = {
            {-4_500, -1_600, 1_100},
            {4_900, 1_900, 1_300},
            {900, 4_300, 950},
            {-2_900, 3_900, 900},
            {4_300, -2_900, 800},
            {-1_500, -4_200, 700},
            {-5_400, 2_700, 900}
        };
        var random = new Random(places.length);
        var hills = new ArrayList<List<Spot>>();
        for (double[] place : places) {
            double turn = random.nextDouble() * 6;
            var ring = new ArrayList<Spot>();
            for (double angle = 0; angle < 2 * Math.PI; angle += 0.16) {
                double reach =
                        place[2]
                                * (1
                                        + 0.25 * Math.sin(2 * angle + turn)
                                        + 0.12 * Math.sin(5 * angle + 2 * turn));
                ring.add(
                        new Spot(
                                place[0] + reach * Math.cos(angle),
                                place[1] + reach * Math.sin(angle)));
            }
            hills.add(ring);
        }
        return hills;
    }

    private void addBuildings() {
        var buildings = new Buildings(plan);
        for (var grid : plan.unitGrids()) {
            for (var house : buildings.list(grid, plan.blocks().get(grid.block()).use())) {
                map.addPolygon(Map.of("layer", "building"), List.of(house));
            }
        }
    }

    /// Small roads end at the water; larger ones cross the river where they go on beyond it.
    private void addRoad(Road road) {
        for (var stretch : road.stretches()) {
            Geometry line = Shapes.line(stretch);
            if (road.kind().equals("primary")) {
                line = Shapes.line(outOfTown(stretch));
            } else {
                line = line.difference(lake.buffer(14, 2));
                if (road.kind().equals("tertiary") || endsAtTheRiver(road, stretch)) {
                    line = line.difference(river.buffer(30, 2));
                }
            }
            Shapes.parts(line).forEach(part -> addRoad(road.name(), road.kind(), part));
        }
    }

    private boolean endsAtTheRiver(Road road, List<Spot> stretch) {
        return Stream.of(stretch.getFirst(), stretch.getLast())
                .anyMatch(end -> plan.river().contains(end) && alone(road, stretch, end));
    }

    private static boolean alone(Road road, List<Spot> stretch, Spot end) {
        return road.stretches().stream()
                .filter(other -> !other.equals(stretch))
                .noneMatch(other -> other.getFirst().equals(end) || other.getLast().equals(end));
    }

    private List<Spot> outOfTown(List<Spot> stretch) {
        var line = new ArrayList<>(stretch);
        if (plan.outline().contains(line.getLast())) {
            line.addAll(beyond(line.get(line.size() - 3), line.getLast()));
        }
        if (plan.outline().contains(line.getFirst())) {
            line.addAll(0, beyond(line.get(2), line.getFirst()).reversed());
        }
        if (plan.river().contains(line.getLast())) {
            line.add(acrossTheRiver(line.get(line.size() - 2), line.getLast()));
        }
        if (plan.river().contains(line.getFirst())) {
            line.addFirst(acrossTheRiver(line.get(1), line.getFirst()));
        }
        return line;
    }

    /// The foot of the bridge on the road along the other bank.
    private static Spot acrossTheRiver(Spot before, Spot middle) {
        return before.towards(
                middle, 1 + (Water.RIVER_HALF_WIDTH_M + RIVERSIDE_M) / before.distance(middle));
    }

    private static List<Spot> beyond(Spot before, Spot end) {
        double length = before.distance(end);
        double east = (end.east() - before.east()) / length;
        double north = (end.north() - before.north()) / length;
        var line = new ArrayList<Spot>();
        for (double at = 100; at < ROAD_OUT_OF_TOWN_M; at += 100) {
            double aside = 180 * (1 - Math.cos(at / 800));
            line.add(
                    new Spot(
                            end.east() + east * at - north * aside,
                            end.north() + north * at + east * aside));
        }
        return line;
    }

    private void addRiversideRoads() {
        var town = Shapes.area(plan.outline());
        var banks = river.buffer(RIVERSIDE_M, 3).getBoundary().intersection(town.buffer(-30));
        Shapes.parts(LineSequencer.sequence(banks))
                .forEach(bank -> {
                    boolean west = bank.getCentroid().getX() < river.getCentroid().getX();
                    addRoad(
                            west
                                    ? new Named("滨河西路", "Binhe West Road")
                                    : new Named("滨河东路", "Binhe East Road"),
                            "tertiary",
                            bank);
                });
    }

    private void addRoad(Named name, String kind, Geometry line) {
        map.addLine(
                Map.of("layer", "road", "class", kind, "name", name.zh(), "nameEn", name.en()),
                Shapes.spots(line));
    }

    private void addLabels(List<Landmark> landmarks) {
        plan.streets().forEach(s -> addLabel("street", s.name(), Ground.middle(s.ring())));
        plan.communities().forEach(c -> addLabel("community", c.name(), Ground.middle(c.ring())));
        landmarks.forEach(place -> addLabel(place.kind(), place.name(), place.spot()));
        var line = water.river();
        for (int at = 20; at < line.size() - 20; at += 14) {
            addLabel("water", RIVER, line.get(at));
        }
        addLabel("water", LAKE, Ground.middle(water.lake()));
        addLabel("water", RESERVOIR, Ground.middle(water.reservoir()));
    }

    private void addLabel(String kind, Named name, Spot spot) {
        map.addPoint(
                Map.of("layer", "label", "kind", kind, "name", name.zh(), "nameEn", name.en()),
                spot);
    }

    private void addArea(String layer, Named name, Geometry area) {
        Shapes.parts(area)
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast)
                .forEach(part ->
                        map.addPolygon(
                                Map.of("layer", layer, "name", name.zh(), "nameEn", name.en()),
                                Shapes.rings(part)));
    }
}
