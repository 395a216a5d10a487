package city.gewu.demo.basemap;

import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.plan.CityPlan.UnitGrid;
import city.gewu.demo.plan.Ground.Spot;
import city.gewu.demo.plan.LandUse;
import city.gewu.demo.plan.Water;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;

/// Sets houses into the unit grids: rows of slabs, small old houses, halls.
final class Buildings {

    private static final long SEED = 7;

    /// Metres that stay free along the border of a unit grid, where a road or a wall is.
    private static final double ROAD_SIDE_M = 9.5;

    private static final double SEARCH_STEP_M = 9;

    private static final double BANK_M = 16;

    private final Water water;
    private final Random random = new Random(SEED);

    /// How houses of one kind stand.
    ///
    /// @param length along the row, in metres
    /// @param gap to the next house, and from row to row
    /// @param missing share of places left empty
    private record Pattern(
            double length, double depth, double gap, double rowGap, double missing) {}

    Buildings(CityPlan plan) {
        this.water = new Water(plan);
    }

    /// The outlines of the houses on one unit grid, the same in the same order.
    List<List<Spot>> list(UnitGrid grid, LandUse use) {
        if (use == LandUse.PARK) {
            return List.of();
        }
        var pattern = pattern(use);
        double turn = southFacing(grid.ring());
        var along = extent(grid.ring(), turn);
        var across = extent(grid.ring(), turn + Math.PI / 2);
        var houses = new ArrayList<List<Spot>>();
        double row = across.getMin() + ROAD_SIDE_M + 1 + random.nextDouble() * 4;
        while (row < across.getMax()) {
            addRow(grid, pattern, turn, row, along, houses);
            row += pattern.depth() + pattern.rowGap();
        }
        return houses;
    }

    private void addRow(
            UnitGrid grid,
            Pattern pattern,
            double turn,
            double row,
            DoubleSummaryStatistics along,
            List<List<Spot>> houses) {
        double at = along.getMin() + ROAD_SIDE_M + random.nextDouble() * 6;
        while (at < along.getMax()) {
            double length = pattern.length() * (0.75 + random.nextDouble() * 0.5);
            double depth = pattern.depth() * (0.85 + random.nextDouble() * 0.3);
            var house = house(turn, at, row, length, depth);
            if (!fits(house, grid.ring())) {
                at += SEARCH_STEP_M;
                continue;
            }
            if (random.nextDouble() >= pattern.missing()) {
                houses.add(house);
            }
            at += length + pattern.gap() * (0.8 + random.nextDouble() * 0.4);
        }
    }

    private static DoubleSummaryStatistics extent(List<Spot> ring, double direction) {
        return ring.stream()
                .mapToDouble(spot ->
                        spot.east() * Math.cos(direction) + spot.north() * Math.sin(direction))
                .summaryStatistics();
    }

    private static Pattern pattern(LandUse use) {
        return switch (use) {
            case OLD_TOWN -> new Pattern(18, 12, 6, 8, 0.14);
            case COMMERCE -> new Pattern(38, 24, 11, 13, 0.10);
            case INDUSTRY -> new Pattern(54, 27, 14, 13, 0.12);
            case SITE -> new Pattern(34, 15, 22, 34, 0.45);
            case HOUSING, PARK -> new Pattern(36, 12, 10, 16, 0.06);
        };
    }

    /// The direction of the longest side, turned so that rows run more or less from west to east.
    private static double southFacing(List<Spot> ring) {
        double longest = 0;
        double turn = 0;
        for (int i = 0; i < ring.size(); i++) {
            var from = ring.get(i);
            var to = ring.get((i + 1) % ring.size());
            if (from.distance(to) > longest) {
                longest = from.distance(to);
                turn = Math.atan2(to.north() - from.north(), to.east() - from.east());
            }
        }
        double quarter = Math.PI / 2;
        return turn - Math.round(turn / quarter) * quarter;
    }

    private static List<Spot> house(
            double turn, double at, double row, double length, double depth) {
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        var corners = new ArrayList<Spot>();
        double[][] offsets = {
            {at, row}, {at + length, row}, {at + length, row + depth}, {at, row + depth}
        };
        for (double[] offset : offsets) {
            corners.add(
                    new Spot(offset[0] * cos - offset[1] * sin, offset[0] * sin + offset[1] * cos));
        }
        return corners;
    }

    private boolean fits(List<Spot> house, List<Spot> ring) {
        return house.stream().allMatch(corner -> deepInside(corner, ring))
                && house.stream().noneMatch(corner -> water.holds(corner, BANK_M));
    }

    private static boolean deepInside(Spot spot, List<Spot> ring) {
        boolean inside = false;
        for (int i = 0; i < ring.size(); i++) {
            var from = ring.get(i);
            var to = ring.get((i + 1) % ring.size());
            if (Water.distance(spot, from, to) < ROAD_SIDE_M) {
                return false;
            }
            if (from.north() > spot.north() != to.north() > spot.north()
                    && spot.east()
                            < from.east()
                                    + (spot.north() - from.north())
                                            * (to.east() - from.east())
                                            / (to.north() - from.north())) {
                inside = !inside;
            }
        }
        return inside;
    }
}
