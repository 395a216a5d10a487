package city.gewu.engine.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GroundTest {

    @Test
    void aDegreeAtTheEquatorHasItsKnownArea() {
        var degree = Patchwork.polygon(0, 0, 1, 0, 1, 1, 0, 1);
        assertThat(GroundArea.squareMetres(degree)).isCloseTo(12_308_463_893.98, within(1.0));
    }

    @Test
    void theWholeGlobeHasItsKnownArea() {
        var globe = Patchwork.polygon(-180, -90, 180, -90, 180, 90, -180, 90);
        assertThat(GroundArea.squareMetres(globe)).isCloseTo(5.10065621724e14, within(1e3));
        assertThat(GroundArea.squareMetresPerSquareDegree(0.5))
                .isCloseTo(12_308_615_937.2, within(1e3));
    }

    @Test
    void aHoleIsTakenOut() {
        var outer = Patchwork.polygon(0, 0, 2, 0, 2, 1, 0, 1);
        var inner = Patchwork.polygon(0.5, 0.25, 1, 0.25, 1, 0.5, 0.5, 0.5);
        assertThat(GroundArea.squareMetres(outer.difference(inner)))
                .isCloseTo(
                        GroundArea.squareMetres(outer) - GroundArea.squareMetres(inner),
                        within(0.01));
    }

    @Property
    void aPointShiftedForChineseMapsComesBack(
            @ForAll @DoubleRange(min = 74, max = 134) double longitude,
            @ForAll @DoubleRange(min = 18, max = 53) double latitude) {
        double[] shifted = Gcj02.fromWgs84(longitude, latitude);
        double[] back = Gcj02.toWgs84(shifted[0], shifted[1]);
        assertThat(back[0]).isCloseTo(longitude, within(1e-8));
        assertThat(back[1]).isCloseTo(latitude, within(1e-8));
    }

    @Test
    void theShiftInJingmenIsHalfAKilometreAndOutsideChinaNone() {
        double[] shifted = Gcj02.fromWgs84(112.2, 31.03);
        assertThat(shifted[0] - 112.2).isBetween(0.004, 0.008);
        assertThat(Gcj02.fromWgs84(-71.06, 42.36)).containsExactly(-71.06, 42.36);
    }

    @Property
    void aTileHoldsThePointItWasFoundBy(
            @ForAll @DoubleRange(min = -179.9, max = 179.9) double longitude,
            @ForAll @DoubleRange(min = -85, max = 85) double latitude,
            @ForAll @IntRange(max = 20) int zoom) {
        var bounds = TileAddress.at(longitude, latitude, zoom).bounds();
        bounds.expandBy(1e-9);
        assertThat(bounds.contains(longitude, latitude)).isTrue();
    }

    @Test
    void aTileOutsideTheWorldIsNoTile() {
        assertThatThrownBy(() -> new TileAddress(2, 4, 0)).hasMessageContaining("(2/4/0)");
    }

    @Test
    void aBowTieIsFlawedWhereItCrosses() {
        var flaw = Coverage.findFlaw(Patchwork.polygon(0, 0, 2, 2, 2, 0, 0, 2)).orElseThrow();
        assertThat(flaw.longitude()).isEqualTo(1);
        assertThat(flaw.latitude()).isEqualTo(1);
        assertThat(flaw.reason()).contains("Self-intersection");
    }

    @Test
    void aRingThatOnlyTouchesItselfIsPartedWithoutLosingGround() {
        var drawnHole = Patchwork.polygon(0, 0, 1, 2, 2, 1, 0, 0, 4, 0, 4, 4, 0, 4);
        assertThat(Coverage.findFlaw(drawnHole)).isPresent();
        var parted = Coverage.partedAtTouches(drawnHole);
        assertThat(Coverage.findFlaw(parted)).isEmpty();
        assertThat(parted.getArea()).isEqualTo(14.5);
        var bowTie = Patchwork.polygon(0, 0, 2, 2, 2, 0, 0, 2);
        assertThat((Object) Coverage.partedAtTouches(bowTie)).isSameAs(bowTie);
    }

    @Test
    void overlapAndGapAreFoundWithSizeAndPlace() {
        var frame =
                Patchwork.polygon(0, 0, 0.03, 0, 0.03, 0.03, 0, 0.03)
                        .difference(
                                Patchwork.polygon(0.01, 0.01, 0.02, 0.01, 0.02, 0.02, 0.01, 0.02));
        var patch = Patchwork.polygon(0.009, 0.01, 0.015, 0.01, 0.015, 0.02, 0.009, 0.02);
        var overlaps = Coverage.listOverlaps(List.of(frame, patch), 1);
        assertThat(overlaps).hasSize(1);
        assertThat(overlaps.getFirst().squareMetres()).isCloseTo(123_000, within(1_000.0));
        var gaps = Coverage.listGaps(List.of(frame, patch), 1);
        assertThat(gaps).hasSize(1);
        assertThat(gaps.getFirst().longitude()).isBetween(0.015, 0.02);
        assertThat(Coverage.shareInside(patch, frame)).isCloseTo(1 / 6.0, within(1e-3));
        assertThat(Coverage.listOverlaps(Patchwork.crooked(6, 6, 1), 1)).isEmpty();
    }
}
