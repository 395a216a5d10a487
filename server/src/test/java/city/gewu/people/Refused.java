package city.gewu.people;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.platform.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Says with which code something must be refused.
public final class Refused {

    private Refused() {}

    public static void with(String code, ThrowingCallable what) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(what)
                .satisfies(e ->
                        org.assertj.core.api.Assertions.assertThat(e.refusal().code())
                                .as(e.getMessage())
                                .isEqualTo(code));
    }
}
