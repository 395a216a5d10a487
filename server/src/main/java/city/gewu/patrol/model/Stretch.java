package city.gewu.patrol.model;

import city.gewu.engine.track.TrackPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A time outside of the own ground, from the first point outside to the last one in a row (离岗越界).
///
/// @param farthest metres outside
public record Stretch(Instant from, Instant to, double farthest) {

    /// The stretches of a track.
    ///
    /// @param points that count, in the order of time
    /// @param gap a longer time without a point ends a stretch: nobody knows where the person was
    /// @param metres outside of the ground, 0 inside
    public static List<Stretch> find(
            List<TrackPoint> points, Duration gap, ToDoubleFunction<TrackPoint> metres) {
        var found = new ArrayList<Stretch>();
        boolean open = false;
        for (var point : points) {
            double off = metres.applyAsDouble(point);
            if (off > 0 && open && found.getLast().reaches(point, gap)) {
                found.add(found.removeLast().until(point, off));
            } else if (off > 0) {
                found.add(new Stretch(point.at(), point.at(), off));
            }
            open = off > 0;
        }
        return found.stream().filter(one -> one.to.isAfter(one.from)).toList();
    }

    private boolean reaches(TrackPoint point, Duration gap) {
        return Duration.between(to, point.at()).compareTo(gap) <= 0;
    }

    private Stretch until(TrackPoint point, double off) {
        return new Stretch(from, point.at(), Math.max(farthest, off));
    }

    public Duration time() {
        return Duration.between(from, to);
    }
}
