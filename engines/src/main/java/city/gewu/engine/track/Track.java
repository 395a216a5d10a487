package city.gewu.engine.track;

import city.gewu.engine.spatial.GroundDistance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The points of one person in the order of time, each with its marks.
public final class Track {

    /// So many jumps that agree with one another are where the person is: then it was the point
    /// before them that was wrong.
    private static final int AGREEING = 3;

    private final List<Marked> points;
    private final Duration gap;

    private Track(List<Marked> points, Duration gap) {
        this.points = List.copyOf(points);
        this.gap = gap;
    }

    public record Marked(TrackPoint point, Set<Mark> marks) {

        public Marked {
            marks = Set.copyOf(marks);
        }

        public boolean counts() {
            return marks.stream().allMatch(Mark::counts);
        }

        /// The marks as a set of bits.
        public int bits() {
            return marks.stream().mapToInt(Mark::bit).sum();
        }
    }

    /// A time without any point that counts.
    public record Gap(Instant from, Instant to) {}

    /// A way between two points that count, without a gap.
    public record Step(TrackPoint from, TrackPoint to) {

        public double metres() {
            return Track.metres(from, to);
        }

        public Duration time() {
            return Duration.between(from.at(), to.at());
        }
    }

    /// Puts the points in order and marks them. There are as many afterwards as before.
    public static Track clean(List<TrackPoint> raw, TrackRules rules) {
        var sorted = raw.stream().sorted(Comparator.comparing(TrackPoint::at)).toList();
        var points = new ArrayList<Marked>(sorted.size());
        TrackPoint good = null;
        TrackPoint before = null;
        var jumps = new ArrayList<TrackPoint>();
        for (var point : sorted) {
            var marks = own(point, before, rules);
            before = point;
            if (marks.isEmpty()) {
                if (good != null && tooFast(good, point, rules)) {
                    if (agrees(jumps, point, rules)) {
                        jumps.clear();
                        marks.add(Mark.AFTER_GAP);
                        good = point;
                    } else {
                        marks.add(Mark.JUMP);
                        jumps.add(point);
                    }
                } else {
                    if (good != null && isGap(good, point, rules.gap())) {
                        marks.add(Mark.AFTER_GAP);
                    }
                    jumps.clear();
                    good = point;
                }
            }
            points.add(new Marked(point, marks));
        }
        return new Track(points, rules.gap());
    }

    private static EnumSet<Mark> own(
            TrackPoint point, @Nullable TrackPoint before, TrackRules rules) {
        var marks = EnumSet.noneOf(Mark.class);
        if (point.mocked()) {
            marks.add(Mark.MOCKED);
        }
        if (!(point.accuracyMetres() <= rules.accuracyMetres())) {
            marks.add(Mark.INACCURATE);
        }
        if (before != null && before.at().equals(point.at())) {
            marks.add(Mark.DOUBLED);
        }
        return marks;
    }

    private static boolean agrees(List<TrackPoint> jumps, TrackPoint point, TrackRules rules) {
        if (jumps.size() < AGREEING - 1) {
            return false;
        }
        var last = jumps.subList(jumps.size() - AGREEING + 1, jumps.size());
        for (int i = 1; i < last.size(); i++) {
            if (tooFast(last.get(i - 1), last.get(i), rules)) {
                return false;
            }
        }
        return !tooFast(last.getLast(), point, rules);
    }

    /// Faster than the fastest even if both points are as wrong as they may be.
    private static boolean tooFast(TrackPoint from, TrackPoint to, TrackRules rules) {
        double seconds = Duration.between(from.at(), to.at()).toMillis() / 1000.0;
        double least = metres(from, to) - from.accuracyMetres() - to.accuracyMetres();
        return least > rules.fastest() * seconds;
    }

    private static boolean isGap(TrackPoint from, TrackPoint to, Duration gap) {
        return Duration.between(from.at(), to.at()).compareTo(gap) > 0;
    }

    private static double metres(TrackPoint from, TrackPoint to) {
        return GroundDistance.metres(
                from.longitude(), from.latitude(), to.longitude(), to.latitude());
    }

    /// All points, marked ones too, in the order of time.
    public List<Marked> points() {
        return points;
    }

    public List<TrackPoint> counting() {
        return points.stream().filter(Marked::counts).map(Marked::point).toList();
    }

    /// The ways between points that count, those over a gap left out.
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        TrackPoint last = null;
        for (var point : points) {
            if (point.counts()) {
                if (last != null && !point.marks().contains(Mark.AFTER_GAP)) {
                    steps.add(new Step(last, point.point()));
                }
                last = point.point();
            }
        }
        return steps;
    }

    public double metres() {
        return steps().stream().mapToDouble(Step::metres).sum();
    }

    /// Times without a point that counts, within a span.
    public List<Gap> gaps(Instant from, Instant to) {
        var gaps = new ArrayList<Gap>();
        var last = from;
        for (var point : counting()) {
            addGap(last, point.at(), gaps);
            last = point.at();
        }
        addGap(last, to, gaps);
        return gaps;
    }

    private void addGap(Instant from, Instant to, List<Gap> gaps) {
        if (Duration.between(from, to).compareTo(gap) > 0) {
            gaps.add(new Gap(from, to));
        }
    }
}
