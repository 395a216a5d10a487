package city.gewu.demo.plan;

import city.gewu.demo.plan.Ground.Spot;
import java.util.ArrayList;
import java.util.List;

/// The river, the lake in the city and the reservoir outside it.
public final class Water {

    public static final double RIVER_HALF_WIDTH_M = 36;
    private static final Spot LAKE = new Spot(1_905, 300);
    private static final double LAKE_M = 205;
    private static final Spot RESERVOIR = new Spot(-5_600, 700);
    private static final double RESERVOIR_M = 1_250;
    private static final double BEYOND_M = 3_600;
    private static final double STEP_M = 120;

    private final List<Spot> river;

    public Water(CityPlan plan) {
        this.river = extended(plan.river());
    }

    /// The middle line of the river, far beyond the city at both ends.
    public List<Spot> river() {
        return river;
    }

    public List<Spot> lake() {
        return shore(LAKE, LAKE_M);
    }

    public List<Spot> reservoir() {
        return shore(RESERVOIR, RESERVOIR_M);
    }

    /// Whether the spot lies in the river or the lake, or within the margin of either.
    public boolean holds(Spot spot, double marginM) {
        if (spot.distance(LAKE) < reach(LAKE, spot, LAKE_M) + marginM) {
            return true;
        }
        for (int i = 1; i < river.size(); i++) {
            if (distance(spot, river.get(i - 1), river.get(i)) < RIVER_HALF_WIDTH_M + marginM) {
                return true;
            }
        }
        return false;
    }

    private static double reach(Spot centre, Spot spot, double size) {
        double angle = Math.atan2(spot.north() - centre.north(), spot.east() - centre.east());
        return size
                * (1
                        + 0.22 * Math.sin(2 * angle + 1)
                        + 0.13 * Math.sin(3 * angle)
                        + 0.06 * Math.sin(7 * angle));
    }

    private static List<Spot> shore(Spot centre, double size) {
        var ring = new ArrayList<Spot>();
        for (double angle = 0; angle < 2 * Math.PI; angle += 0.07) {
            var direction =
                    new Spot(
                            centre.east() + Math.cos(angle) * size,
                            centre.north() + Math.sin(angle) * size);
            ring.add(centre.towards(direction, reach(centre, direction, size) / size));
        }
        return ring;
    }

    /// @return metres from the spot to the stretch
    public static double distance(Spot spot, Spot from, Spot to) {
        double east = to.east() - from.east();
        double north = to.north() - from.north();
        double along =
                ((spot.east() - from.east()) * east + (spot.north() - from.north()) * north)
                        / (east * east + north * north);
        return spot.distance(from.towards(to, Math.clamp(along, 0, 1)));
    }

    private static List<Spot> extended(List<Spot> inside) {
        var line = new ArrayList<Spot>();
        line.addAll(beyond(inside.get(4), inside.getFirst()).reversed());
        line.addAll(inside);
        line.addAll(beyond(inside.get(inside.size() - 5), inside.getLast()));
        return line;
    }

    private static List<Spot> beyond(Spot before, Spot end) {
        double length = before.distance(end);
        double east = (end.east() - before.east()) / length;
        double north = (end.north() - before.north()) / length;
        var line = new ArrayList<Spot>();
        for (double at = STEP_M; at < BEYOND_M; at += STEP_M) {
            double aside = 260 * (1 - Math.cos(at / 700));
            line.add(
                    new Spot(
                            end.east() + east * at - north * aside,
                            end.north() + north * at + east * aside));
        }
        return line;
    }
}
