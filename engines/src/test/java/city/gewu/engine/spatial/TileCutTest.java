package city.gewu.engine.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class TileCutTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Geometry SQUARE = FACTORY.toGeometry(new Envelope(0, 10, 0, 10));

    @Property(tries = 300)
    void aCutRingHasTheAreaJtsFinds(@ForAll long seed) {
        var random = new Random(seed);
        var triangle = new double[8];
        for (int i = 0; i < 6; i++) {
            triangle[i] = random.nextDouble(-15, 25);
        }
        triangle[6] = triangle[0];
        triangle[7] = triangle[1];
        double expected =
                FACTORY.createPolygon(coordinates(triangle)).intersection(SQUARE).getArea();
        assertThat(area(TileCut.ring(triangle, 0, 10))).isCloseTo(expected, within(1e-6));
    }

    @Property(tries = 300)
    void aCutLineHasTheLengthJtsFinds(@ForAll long seed) {
        var random = new Random(seed);
        var line = new double[12];
        for (int i = 0; i < line.length; i++) {
            line[i] = random.nextDouble(-5, 15);
        }
        double expected =
                FACTORY.createLineString(coordinates(line)).intersection(SQUARE).getLength();
        double found = 0;
        for (double[] piece : TileCut.lines(line, 0, 10)) {
            found += FACTORY.createLineString(coordinates(piece)).getLength();
        }
        assertThat(found).isCloseTo(expected, within(1e-6));
    }

    @Test
    void aLineThatLeavesAndComesBackIsTwoPieces() {
        assertThat(TileCut.lines(new double[] {5, 5, 15, 5, 15, 8, 5, 8}, 0, 10))
                .containsExactly(new double[] {5, 5, 10, 5}, new double[] {10, 8, 5, 8});
    }

    private static Coordinate[] coordinates(double[] path) {
        var at = new Coordinate[path.length / 2];
        for (int i = 0; i < at.length; i++) {
            at[i] = new Coordinate(path[2 * i], path[2 * i + 1]);
        }
        return at;
    }

    private static double area(double[] ring) {
        double sum = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int before = i == 0 ? ring.length - 2 : i - 2;
            sum += ring[before] * ring[i + 1] - ring[i] * ring[before + 1];
        }
        return Math.abs(sum) / 2;
    }
}
