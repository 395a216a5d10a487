package city.gewu.engine.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.gewu.engine.spatial.GroundDistance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class TrackTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final TrackRules RULES = TrackRules.street(50);

    @Test
    void whatCannotBeIsMarkedWithItsReasonAndNothingIsLost() {
        var track =
                Track.clean(
                        List.of(
                                at(0, 0),
                                point(15, 15, 80, false),
                                point(30, 30, 5, true),
                                at(45, 45),
                                at(60, 9000),
                                at(75, 75),
                                at(75, 75),
                                at(900, 90)),
                        RULES);
        assertThat(track.points().stream().map(Track.Marked::marks).map(Object::toString))
                .containsExactly(
                        "[]",
                        "[INACCURATE]",
                        "[MOCKED]",
                        "[]",
                        "[JUMP]",
                        "[]",
                        "[DOUBLED]",
                        "[AFTER_GAP]");
        assertThat(track.metres()).isCloseTo(75, within(1.0));
        assertThat(track.gaps(START, START.plusSeconds(900)))
                .containsExactly(new Track.Gap(START.plusSeconds(75), START.plusSeconds(900)));
    }

    @Test
    void whenOnlyTheFirstPointWasWrongTheTrackGoesOnWhereThePersonIs() {
        var track =
                Track.clean(
                        List.of(at(0, 50_000), at(15, 0), at(30, 10), at(45, 20), at(60, 30)),
                        RULES);
        assertThat(track.counting()).hasSize(3);
        assertThat(track.metres()).isCloseTo(10, within(0.5));
    }

    @Test
    void pointsThatComeOutOfOrderMakeTheSameTrack() {
        var points =
                new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> at(i * 15, i * 12)).toList());
        double metres = Track.clean(points, RULES).metres();
        java.util.Collections.shuffle(points, new Random(7));
        assertThat(Track.clean(points, RULES).metres()).isEqualTo(metres);
    }

    @Property(tries = 200)
    void noPointLeftOutLiesFartherFromTheThinnedLineThanTheTolerance(
            @ForAll Random random, @ForAll @DoubleRange(min = 1, max = 50) double tolerance) {
        var line = walk(random, 200);
        var thinned = Thinning.thin(line, tolerance);
        assertThat(thinned).startsWith(line.getFirst()).endsWith(line.getLast());
        assertThat(thinned.size()).isLessThanOrEqualTo(line.size());
        var plane = new Plane(31);
        for (var point : line) {
            double nearest =
                    IntStream.range(1, thinned.size())
                            .mapToDouble(i ->
                                    Plane.metres(
                                            plane.x(point.longitude()),
                                            plane.y(point.latitude()),
                                            plane.x(thinned.get(i - 1).longitude()),
                                            plane.y(thinned.get(i - 1).latitude()),
                                            plane.x(thinned.get(i).longitude()),
                                            plane.y(thinned.get(i).latitude())))
                            .min()
                            .orElseThrow();
            assertThat(nearest).isLessThanOrEqualTo(tolerance * 1.01);
        }
    }

    @Property(tries = 200)
    void asManyPointsComeOutAsWentInAndTheCountingOnesAreNeverTooFast(@ForAll Random random) {
        var line = walk(random, 300);
        var track = Track.clean(line, RULES);
        assertThat(track.points()).hasSize(line.size());
        assertThat(track.steps())
                .allMatch(step ->
                        step.metres()
                                <= 33 * step.time().toMillis() / 1000.0
                                        + step.from().accuracyMetres()
                                        + step.to().accuracyMetres());
    }

    @Test
    void aRoadThatWasWalkedHalfIsHalfCovered() {
        var road =
                new GeometryFactory()
                        .createLineString(
                                new Coordinate[] {
                                    new Coordinate(112, 31),
                                    new Coordinate(112 + GroundDistance.degreesAcross(1000, 31), 31)
                                });
        var walked =
                Track.clean(
                        IntStream.rangeClosed(0, 40).mapToObj(i -> at(i * 15, i * 12)).toList(),
                        RULES);
        var coverage = RoadCoverage.of(List.of(road), walked.steps(), 30);
        assertThat(coverage.metres()).isCloseTo(1000, within(2.0));
        assertThat(coverage.share()).isCloseTo(0.51, within(0.015));
        assertThat(RoadCoverage.of(List.of(road), List.of(), 30).share()).isZero();
    }

    private static List<TrackPoint> walk(Random random, int length) {
        var points = new ArrayList<TrackPoint>();
        double longitude = 112;
        double latitude = 31;
        for (int i = 0; i < length; i++) {
            longitude += random.nextGaussian() * (random.nextInt(20) == 0 ? 0.02 : 0.0001);
            latitude += random.nextGaussian() * 0.0001;
            points.add(
                    new TrackPoint(
                            START.plus(Duration.ofSeconds(15L * i)),
                            longitude,
                            latitude,
                            random.nextInt(60),
                            random.nextInt(50) == 0));
        }
        return points;
    }

    private static TrackPoint at(int seconds, double metresEast) {
        return point(seconds, metresEast, 5, false);
    }

    private static TrackPoint point(
            int seconds, double metresEast, double accuracy, boolean mocked) {
        return new TrackPoint(
                START.plusSeconds(seconds),
                112 + GroundDistance.degreesAcross(metresEast, 31),
                31,
                accuracy,
                mocked);
    }
}
