package city.gewu.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.gewu.demo.plan.CityPlan.UnitGrid;
import city.gewu.demo.plan.Ground.Spot;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class CityPlanTest {

    private static final CityPlan PLAN = CityPlanner.draw();

    @Test
    void unitGridsTileTheCityWithoutGapsAndOverlaps() {
        var grids = PLAN.unitGrids().stream().map(UnitGrid::ring).map(CityPlanTest::area).toList();
        assertThat(grids).allMatch(Polygon::isValid);
        double sum = grids.stream().mapToDouble(Polygon::getArea).sum();
        var union = UnaryUnionOp.union(grids);
        assertThat(union.getGeometryType()).isEqualTo("Polygon");
        assertThat(((Polygon) union).getNumInteriorRing()).isZero();
        assertThat(union.getArea()).isCloseTo(sum, within(1e-3));
        assertThat(area(PLAN.outline()).getArea()).isCloseTo(sum, within(1e-3));
    }

    @Test
    void everyAreaIsExactlyItsUnitGrids() {
        assertAreas(PLAN.communities(), c -> c.ring(), c -> c.code(), UnitGrid::community);
        assertAreas(PLAN.dutyGrids(), d -> d.ring(), d -> d.code(), UnitGrid::dutyGrid);
        assertAreas(
                PLAN.streets(), s -> s.ring(), s -> s.code(), grid -> grid.code().substring(0, 9));
    }

    private static <T> void assertAreas(
            List<T> areas,
            Function<T, List<Spot>> ring,
            Function<T, String> code,
            Function<UnitGrid, String> of) {
        var sums =
                PLAN.unitGrids().stream()
                        .collect(
                                Collectors.groupingBy(
                                        of,
                                        Collectors.summingDouble(
                                                grid -> Ground.area(grid.ring()))));
        assertThat(areas)
                .allSatisfy(area ->
                        assertThat(Ground.area(ring.apply(area)))
                                .as(code.apply(area))
                                .isCloseTo(sums.getOrDefault(code.apply(area), 0.0), within(1e-3)));
    }

    @Test
    void unitGridsHaveAboutTenThousandSquareMetres() {
        var sizes =
                PLAN.unitGrids().stream().mapToDouble(grid -> Ground.area(grid.ring())).toArray();
        assertThat(sizes).hasSizeBetween(2_500, 4_000);
        assertThat(sizes)
                .satisfies(all -> {
                    for (double size : all) {
                        assertThat(size).isBetween(4_000.0, 20_000.0);
                    }
                });
        assertThat(PLAN.unitGrids().stream().mapToDouble(g -> Ground.area(g.ring())).average())
                .hasValueCloseTo(10_000.0, within(300.0));
    }

    @Test
    void theCityHasThreeDistrictsSixStreetsAndNinetyDutyGrids() {
        assertThat(PLAN.streets()).hasSize(6);
        assertThat(PLAN.streets().stream().map(CityPlan.Street::district).distinct()).hasSize(3);
        assertThat(PLAN.communities()).hasSizeBetween(50, 60);
        assertThat(PLAN.dutyGrids()).hasSize(90);
        assertThat(PLAN.unitGrids()).noneMatch(grid -> grid.dutyGrid().isEmpty());
    }

    @Test
    void unitGridCodesHaveFifteenDigitsAndBelongToTheirCommunity() {
        assertThat(PLAN.unitGrids().stream().map(UnitGrid::code)).doesNotHaveDuplicates();
        assertThat(PLAN.unitGrids())
                .allMatch(grid -> grid.code().matches("\\d{15}"))
                .allMatch(grid -> grid.code().startsWith(grid.community()));
    }

    @Test
    void theSameCityIsDrawnEveryTime() {
        assertThat(CityPlanner.draw()).isEqualTo(PLAN);
        assertThat(Landmarks.of(PLAN)).isEqualTo(Landmarks.of(PLAN));
    }

    private static Polygon area(List<Spot> ring) {
        var corners = new Coordinate[ring.size() + 1];
        for (int i = 0; i <= ring.size(); i++) {
            var spot = ring.get(i % ring.size());
            corners[i] = new Coordinate(spot.east(), spot.north());
        }
        return new GeometryFactory().createPolygon(corners);
    }
}
