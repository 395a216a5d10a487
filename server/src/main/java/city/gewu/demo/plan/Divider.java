package city.gewu.demo.plan;

import city.gewu.demo.plan.Edge.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Cuts areas across their longer side, again and again. A line that ends near the end of one on
/// the other side of its road moves to meet it, so that crossings come about.
final class Divider {

    private static final int BISECTIONS = 40;

    /// A line never ends closer than this to a corner, in metres; it takes the corner then.
    private static final double AT_THE_CORNER = 10;

    /// A moved line may change the share it cuts off by this factor at most.
    private static final double SHARE_CHANGE = 1.22;

    private final Random random;
    private final List<Course> courses = new ArrayList<>();

    Divider(Random random) {
        this.random = random;
    }

    List<Course> courses() {
        return courses;
    }

    Course lay(Rank rank, Vertex from, Vertex to) {
        var course = new Course(rank, from, to);
        courses.add(course);
        return course;
    }

    /// Cuts the area into so many pieces of about the same size.
    ///
    /// @param first rank of the first line, across the whole area
    /// @param rank rank of the lines after it
    Parcel divide(Region region, int pieces, Rank first, Rank rank) {
        if (pieces <= 1) {
            return new Parcel(region, List.of());
        }
        int half = pieces / 2 + (pieces % 2 == 1 && random.nextBoolean() ? 1 : 0);
        var halves = cut(region, (double) half / pieces, first);
        return new Parcel(
                region,
                List.of(
                        divide(halves.getFirst(), half, rank, rank),
                        divide(halves.getLast(), pieces - half, rank, rank)));
    }

    /// The part with the share of the area that lies west or south, and the rest.
    List<Region> cut(Region region, double share, Rank rank) {
        var corners = region.listVertices();
        double wide = extent(corners, new Vertex(1, 0));
        double high = extent(corners, new Vertex(0, 1));
        return cut(region, share, rank, wide > high);
    }

    List<Region> cut(Region region, double share, Rank rank, boolean upright) {
        double tilt = random.nextGaussian() * rank.tilt;
        var normal =
                upright
                        ? new Vertex(Math.cos(tilt), Math.sin(tilt))
                        : new Vertex(-Math.sin(tilt), Math.cos(tilt));
        var corners = region.listVertices();
        double offset = offset(corners, normal, share);
        var ends = crossings(corners, normal, offset);
        var from = meet(region, ends.getFirst(), ends.getLast(), share, rank);
        var to = meet(region, ends.getLast(), from, share, rank);
        return part(region, from, to, lay(rank, from, to).edge(), normal);
    }

    private static double extent(List<Vertex> corners, Vertex direction) {
        var along = corners.stream().mapToDouble(direction::dot).summaryStatistics();
        return along.getMax() - along.getMin();
    }

    private static double offset(List<Vertex> corners, Vertex normal, double share) {
        var along = corners.stream().mapToDouble(normal::dot).summaryStatistics();
        double low = along.getMin();
        double high = along.getMax();
        double wanted = Region.area(corners) * share;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (Region.area(below(corners, normal, middle)) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static List<Vertex> below(List<Vertex> corners, Vertex normal, double offset) {
        var kept = new ArrayList<Vertex>();
        for (int i = 0; i < corners.size(); i++) {
            var here = corners.get(i);
            var next = corners.get((i + 1) % corners.size());
            double a = normal.dot(here) - offset;
            double b = normal.dot(next) - offset;
            if (a <= 0) {
                kept.add(here);
            }
            if (a < 0 != b < 0 && a != b) {
                kept.add(here.towards(next, a / (a - b)));
            }
        }
        return kept;
    }

    private static List<Vertex> crossings(List<Vertex> corners, Vertex normal, double offset) {
        var found = new ArrayList<Vertex>();
        for (int i = 0; i < corners.size(); i++) {
            var here = corners.get(i);
            var next = corners.get((i + 1) % corners.size());
            double a = normal.dot(here) - offset;
            double b = normal.dot(next) - offset;
            if (a < 0 != b < 0) {
                found.add(here.towards(next, a / (a - b)));
            }
        }
        return found;
    }

    /// The end itself, or the corner near it where another line ends already.
    private static Vertex meet(Region region, Vertex end, Vertex other, double share, Rank rank) {
        var corners = region.listVertices();
        return corners.stream()
                .filter(corner ->
                        corner.distance(end) < AT_THE_CORNER
                                || (corner.distance(end) < rank.reach && straight(corners, corner)))
                .filter(corner -> !corner.equals(other))
                .filter(corner -> keepsShare(corners, corner, other, share))
                .min(Comparator.comparingDouble(corner -> corner.distance(end)))
                .orElse(end);
    }

    private static boolean straight(List<Vertex> corners, Vertex corner) {
        int at = corners.indexOf(corner);
        var before = corner.minus(corners.get((at + corners.size() - 1) % corners.size()));
        var after = corners.get((at + 1) % corners.size()).minus(corner);
        return Math.abs(before.cross(after)) < 0.02 * before.length() * after.length();
    }

    private static boolean keepsShare(List<Vertex> corners, Vertex from, Vertex to, double share) {
        var direction = to.minus(from);
        var normal = new Vertex(direction.y(), -direction.x());
        double cut = Region.area(below(corners, normal, normal.dot(from))) / Region.area(corners);
        double nearer = Math.abs(cut - share) < Math.abs(1 - cut - share) ? cut : 1 - cut;
        return Math.max(nearer / share, share / nearer) < SHARE_CHANGE
                && Math.max((1 - nearer) / (1 - share), (1 - share) / (1 - nearer)) < SHARE_CHANGE;
    }

    private static List<Region> part(
            Region region, Vertex from, Vertex to, Edge line, Vertex normal) {
        insert(region, from);
        insert(region, to);
        var sides = region.listSides();
        var left = between(sides, from, to);
        left.add(new Side(line, false));
        var right = between(sides, to, from);
        right.add(new Side(line, true));
        var first = new Region(left);
        var second = new Region(right);
        double middle = normal.dot(from.towards(to, 0.5));
        boolean ordered = extentMiddle(first, normal) < middle;
        return ordered ? List.of(first, second) : List.of(second, first);
    }

    private static double extentMiddle(Region region, Vertex normal) {
        return region.listVertices().stream().mapToDouble(normal::dot).average().orElse(0);
    }

    private static void insert(Region region, Vertex corner) {
        var sides = region.listSides();
        if (sides.stream().anyMatch(side -> side.start().equals(corner))) {
            return;
        }
        sides.stream()
                .min(Comparator.comparingDouble(side -> detour(side, corner)))
                .ifPresent(side -> side.edge().splitAt(corner));
    }

    private static double detour(Side side, Vertex corner) {
        return side.start().distance(corner)
                + corner.distance(side.end())
                - side.start().distance(side.end());
    }

    private static List<Side> between(List<Side> sides, Vertex from, Vertex to) {
        int start = 0;
        while (!sides.get(start).start().equals(from)) {
            start++;
        }
        var found = new ArrayList<Side>();
        int at = start;
        do {
            found.add(sides.get(at % sides.size()));
            at++;
        } while (!sides.get(at % sides.size()).start().equals(to));
        return found;
    }
}
