package city.gewu.demo.story;

import city.gewu.casework.Position;
import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.plan.CityPlan.Frontage;
import city.gewu.demo.plan.CityPlan.UnitGrid;
import city.gewu.demo.plan.Ground;
import city.gewu.demo.plan.Ground.Spot;
import city.gewu.demo.plan.LandUse;
import city.gewu.demo.plan.Landmark;
import city.gewu.demo.plan.Water;
import city.gewu.demo.story.Fittings.Fitting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/// Where a problem lies: mostly at the side of a road, more often where many people are.
final class Whereabouts {

    private static final double DOWNTOWN_M = 1_300;
    private static final String[] SIDES = {"东侧", "西侧", "南侧", "北侧"};

    private final CityPlan plan;
    private final NavigableMap<Double, UnitGrid> grids = new TreeMap<>();
    private final Map<Integer, List<Landmark>> landmarks = new HashMap<>();
    private final Map<String, CityPlan.Street> streets = new HashMap<>();
    private double weights;

    /// A place with how people name it.
    ///
    /// @param mark a landmark close by
    /// @param owner who answers for the component there; empty text where there is none
    record Place(
            Position position,
            String address,
            String road,
            String mark,
            String dutyGrid,
            String district,
            String street,
            String owner) {

        /// The same, at a component.
        Place at(Fitting fitting) {
            return new Place(
                    fitting.position(),
                    address,
                    road,
                    mark,
                    dutyGrid,
                    district,
                    street,
                    fitting.owner());
        }
    }

    Whereabouts(CityPlan plan, List<Landmark> places) {
        this.plan = plan;
        var water = new Water(plan);
        places.forEach(place ->
                landmarks
                        .computeIfAbsent(
                                plan.blocks().get(place.block()).community(),
                                _ -> new ArrayList<>())
                        .add(place));
        plan.streets().forEach(street -> streets.put(street.code(), street));
        for (var grid : plan.unitGrids()) {
            if (!grid.frontages().isEmpty() && !water.holds(Ground.middle(grid.ring()), 60)) {
                weights += weight(grid);
                grids.put(weights, grid);
            }
        }
    }

    /// Most happens in the old town and at the shops, and the nearer to the middle the more.
    private double weight(UnitGrid grid) {
        var middle = Ground.middle(grid.ring());
        double distance = Math.hypot(middle.east() + 700, middle.north() - 500);
        double use =
                switch (plan.blocks().get(grid.block()).use()) {
                    case COMMERCE -> 3.2;
                    case OLD_TOWN -> 2.4;
                    case HOUSING -> 1.3;
                    case SITE -> 1.1;
                    case PARK -> 0.6;
                    case INDUSTRY -> 0.4;
                };
        return use * (0.35 + 1.6 * Math.exp(-distance * distance / (2 * DOWNTOWN_M * DOWNTOWN_M)));
    }

    Place find(Random random) {
        var grid = grids.higherEntry(random.nextDouble() * weights).getValue();
        var frontage = Dice.pick(random, grid.frontages());
        var position = beside(frontage, random);
        var road = plan.roads().get(frontage.road()).name().zh();
        int community = plan.blocks().get(grid.block()).community();
        var mark = mark(community, position, random);
        var street = grid.code().substring(0, 9);
        return new Place(
                new Position(position.longitude(), position.latitude()),
                address(grid, frontage, road, mark, random),
                road,
                mark,
                grid.dutyGrid(),
                streets.getOrDefault(street, plan.streets().getFirst()).district(),
                street,
                "");
    }

    /// Some metres from the middle of the road, on the unit grid's side.
    private static Spot beside(Frontage frontage, Random random) {
        var along = frontage.from().towards(frontage.to(), Dice.between(random, 0.12, 0.88));
        double length = frontage.from().distance(frontage.to());
        double aside = Dice.between(random, 5, 11);
        return new Spot(
                along.east() - (frontage.to().north() - frontage.from().north()) / length * aside,
                along.north() + (frontage.to().east() - frontage.from().east()) / length * aside);
    }

    private String mark(int community, Spot spot, Random random) {
        var near = landmarks.getOrDefault(community, List.of());
        return near.stream()
                .filter(place -> place.spot().distance(spot) < 260)
                .findFirst()
                .map(place -> place.name().zh())
                .orElseGet(() ->
                        near.isEmpty()
                                ? plan.communities().get(community).name().zh()
                                : Dice.pick(random, near).name().zh());
    }

    private String address(
            UnitGrid grid, Frontage frontage, String road, String mark, Random random) {
        var crossings =
                grid.frontages().stream()
                        .map(Frontage::road)
                        .filter(other -> other != frontage.road())
                        .map(other -> plan.roads().get(other).name().zh())
                        .distinct()
                        .toList();
        double way = random.nextDouble();
        if (way < 0.3 && !crossings.isEmpty()) {
            return "%s与%s交叉口%s".formatted(road, Dice.pick(random, crossings), side(random));
        }
        if (way < 0.55) {
            return "%s（%s附近）".formatted(road, mark);
        }
        return plan.blocks().get(grid.block()).use() == LandUse.PARK
                ? "%s公园一侧".formatted(road)
                : "%s%d号门前".formatted(road, 1 + random.nextInt(260));
    }

    private static String side(Random random) {
        return SIDES[random.nextInt(SIDES.length)];
    }
}
