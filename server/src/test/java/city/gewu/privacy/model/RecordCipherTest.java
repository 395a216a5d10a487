package city.gewu.privacy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RecordCipherTest {

    @Property(tries = 300)
    void whatWasSealedOpensInItsContextAndNowhereElse(
            @ForAll RecordCipher cipher, @ForAll String text, @ForAll byte[] context) {
        byte[] key = cipher.newKey();
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        var sealed = cipher.seal(key, plain, context);
        assertThat(cipher.open(key, sealed, context)).hasValue(plain);
        byte[] elsewhere = Arrays.copyOf(context, context.length + 1);
        assertThat(cipher.open(key, sealed, elsewhere)).isEmpty();
        assertThat(cipher.open(cipher.newKey(), sealed, context)).isEmpty();
    }

    @Property(tries = 300)
    void oneAlteredBitIsNoticed(
            @ForAll RecordCipher cipher,
            @ForAll byte[] text,
            @ForAll @IntRange(min = 0, max = 1_000_000) int at) {
        byte[] key = cipher.newKey();
        byte[] context = {1};
        byte[] altered = cipher.seal(key, text, context).bytes();
        altered[at % altered.length] ^= (byte) (1 << (at % 8));
        assertThat(cipher.open(key, SealedText.of(altered), context)).isEmpty();
    }

    @Property(tries = 100)
    void theSameTextIsNeverSealedTheSame(@ForAll RecordCipher cipher, @ForAll byte[] text) {
        byte[] key = cipher.newKey();
        byte[] context = {};
        assertThat(cipher.seal(key, text, context).bytes())
                .isNotEqualTo(cipher.seal(key, text, context).bytes());
    }

    @Property(tries = 50)
    void whatIsTooShortOpensNothing(
            @ForAll RecordCipher cipher, @ForAll @IntRange(min = 0, max = 27) int length) {
        assertThat(cipher.open(cipher.newKey(), SealedText.of(new byte[length]), new byte[0]))
                .isEmpty();
    }
}
