package city.gewu.engine.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class AreaIndexTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 60)
    void answersAsBareJtsDoesForAnyPoint(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int side) {
        List<Geometry> areas = Patchwork.crooked(side, side, seed);
        var index = AreaIndex.of(areas);
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            double x = random.nextDouble(-0.2, side + 0.2);
            double y = random.nextDouble(-0.2, side + 0.2);
            assertThat(index.find(x, y)).isEqualTo(firstCovering(areas, x, y));
        }
    }

    @Property(tries = 30)
    void answersAsBareJtsDoesOnCornersAndEdges(@ForAll long seed) {
        List<Geometry> areas = Patchwork.crooked(6, 6, seed);
        var index = AreaIndex.of(areas);
        for (Geometry area : areas) {
            Coordinate[] ring = area.getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                double middleX = (ring[i - 1].x + ring[i].x) / 2;
                double middleY = (ring[i - 1].y + ring[i].y) / 2;
                assertThat(index.find(ring[i].x, ring[i].y))
                        .isEqualTo(firstCovering(areas, ring[i].x, ring[i].y));
                assertThat(index.find(middleX, middleY))
                        .isEqualTo(firstCovering(areas, middleX, middleY));
            }
        }
    }

    @Property(tries = 40)
    void overlappingAreasWithHolesAnswerAsBareJtsDoes(@ForAll long seed) {
        var random = new Random(seed);
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Geometry disc =
                    point(random.nextDouble(10), random.nextDouble(10))
                            .buffer(random.nextDouble(0.05, 3));
            Geometry bite =
                    point(random.nextDouble(10), random.nextDouble(10))
                            .buffer(random.nextDouble(0.05, 1));
            Geometry area = disc.difference(bite);
            if (!area.isEmpty()) {
                areas.add(area);
            }
        }
        var index = AreaIndex.of(areas);
        for (int i = 0; i < 300; i++) {
            double x = random.nextDouble(-2, 12);
            double y = random.nextDouble(-2, 12);
            assertThat(index.find(x, y)).isEqualTo(firstCovering(areas, x, y));
        }
    }

    @Test
    void sharedBorderBelongsToTheSmallestIndex() {
        var index = AreaIndex.of(List.of(square(1, 0), square(0, 0), square(0, 1)));
        assertThat(index.find(1, 0.5)).isZero();
        assertThat(index.find(0.5, 1)).isEqualTo(1);
        assertThat(index.find(1, 1)).isZero();
        assertThat(index.find(0.5, 0.5)).isEqualTo(1);
    }

    @Test
    void everyPointOfAPatchworkBelongsToSomeArea() {
        var index = AreaIndex.of(Patchwork.crooked(20, 20, 7));
        var random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            assertThat(index.find(random.nextDouble(20), random.nextDouble(20)))
                    .isNotEqualTo(AreaIndex.NONE);
        }
    }

    @Test
    void knowsNothingOfPointsOutsideOrOfNoNumber() {
        var index = AreaIndex.of(List.of(square(0, 0)));
        assertThat(index.find(1.5, 0.5)).isEqualTo(AreaIndex.NONE);
        assertThat(index.find(Double.NaN, 0.5)).isEqualTo(AreaIndex.NONE);
        assertThat(AreaIndex.of(List.of()).find(0, 0)).isEqualTo(AreaIndex.NONE);
    }

    static int firstCovering(List<? extends Geometry> areas, double x, double y) {
        Geometry point = point(x, y);
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).covers(point)) {
                return i;
            }
        }
        return AreaIndex.NONE;
    }

    private static Geometry point(double x, double y) {
        return FACTORY.createPoint(new Coordinate(x, y));
    }

    private static Geometry square(double x, double y) {
        return Patchwork.polygon(x, y, x + 1, y, x + 1, y + 1, x, y + 1);
    }
}
