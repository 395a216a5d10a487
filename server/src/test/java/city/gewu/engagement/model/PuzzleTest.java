package city.gewu.engagement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The sum that a phone works out.
class PuzzleTest {

    @Test
    void zerosAreCountedBitByBit() {
        assertThat(Puzzle.leadingZeros(new byte[] {0, 0x10, 0})).isEqualTo(11);
        assertThat(Puzzle.leadingZeros(new byte[] {(byte) 0x80})).isZero();
        assertThat(Puzzle.leadingZeros(new byte[] {0, 0})).isEqualTo(16);
    }

    @Test
    void aNonceSolvesOneSaltAlone() {
        var salt = puzzle("a", 10);
        int nonce = 0;
        while (!salt.isSolvedBy(Integer.toString(nonce))) {
            nonce++;
        }
        assertThat(puzzle("b", 10).isSolvedBy(Integer.toString(nonce))).isFalse();
    }

    private static Puzzle puzzle(String salt, int bits) {
        return new Puzzle(UUID.randomUUID(), salt, bits, Instant.EPOCH);
    }

    @Property
    void moreReportsNeverMakeItEasier(
            @ForAll @IntRange(max = 200) int device,
            @ForAll @IntRange(max = 500) int network,
            @ForAll @IntRange(max = 500) int place) {
        int bits = Puzzle.bits(15, device, network, place);
        assertThat(bits).isBetween(15, 22);
        assertThat(Puzzle.bits(15, device + 1, network + 1, place + 1))
                .isGreaterThanOrEqualTo(bits);
    }

    @Test
    void theFirstTwoReportsCostTheLeast() {
        assertThat(Puzzle.bits(15, 2, 9, 19)).isEqualTo(15);
        assertThat(Puzzle.bits(15, 3, 9, 19)).isEqualTo(16);
    }
}
