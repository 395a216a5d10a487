package city.gewu.engine.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GroundDistanceTest {

    @Test
    void aDegreeOfLatitudeIsAHundredAndElevenKilometres() {
        assertThat(GroundDistance.metres(112, 31, 112, 32)).isCloseTo(111_195, within(1.0));
    }

    @Property
    void theEdgeOfTheBoxLiesAsFarAwayAsWasAsked(
            @ForAll @DoubleRange(min = -179, max = 179) double longitude,
            @ForAll @DoubleRange(min = -60, max = 60) double latitude,
            @ForAll @DoubleRange(min = 1, max = 5_000) double metres) {
        double up = GroundDistance.degreesUp(metres);
        double across = GroundDistance.degreesAcross(metres, latitude);

        assertThat(GroundDistance.metres(longitude, latitude, longitude, latitude + up))
                .isCloseTo(metres, within(0.01));
        assertThat(GroundDistance.metres(longitude, latitude, longitude + across, latitude))
                .isCloseTo(metres, within(metres * 1e-3));
    }
}
