package city.gewu.territory.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReferenceSystemTest {

    @Test
    void aFileWithoutASystemIsInDegrees() {
        var system = ReferenceSystem.of("", "");
        assertThat(system.declared()).isFalse();
        assertThat(moved(system, 112.2, 31.03)).containsExactly(112.2, 31.03);
    }

    @Test
    void theGaussKruegerZoneOfJingmenHasItsMeridianAtItsOrigin() {
        double[] at = moved(ReferenceSystem.of("EPSG:4546", ""), 500_000, 3_434_000);
        assertThat(at[0]).isCloseTo(111, within(1e-9));
        assertThat(at[1]).isBetween(31.0, 31.1);
    }

    @Test
    void theLongNameOfASystemIsReadAndTheCityFileWins() {
        var declared = ReferenceSystem.of("", "urn:ogc:def:crs:EPSG::2249");
        assertThat(moved(declared, 787_723.7, 2_965_812.6)[0]).isCloseTo(-71.0, within(0.1));
        assertThat(ReferenceSystem.of("EPSG:4490", "urn:ogc:def:crs:EPSG::2249").name())
                .isEqualTo("EPSG:4490");
        assertThat(moved(ReferenceSystem.of("", "urn:ogc:def:crs:OGC:1.3:CRS84"), 1, 2))
                .containsExactly(1, 2);
    }

    @Test
    void chineseMapCoordinatesAreTurnedBack() {
        double[] at = moved(ReferenceSystem.of("GCJ-02", ""), 112.2, 31.03);
        assertThat(112.2 - at[0]).isBetween(0.004, 0.008);
    }

    private static double[] moved(ReferenceSystem system, double x, double y) {
        return system.toWgs84().apply(new double[] {x, y});
    }
}
