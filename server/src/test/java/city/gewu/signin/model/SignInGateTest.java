package city.gewu.signin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInGateTest {

    private static final Instant NOON = Instant.parse("2026-03-03T04:00:00Z");
    private final SignInGate gate = new SignInGate();

    @Test
    void aFewSlipsCostNothing() {
        fail(4, "wang", "10.0.0.1", NOON);
        assertThat(gate.waitFor("wang", "10.0.0.1", NOON)).isZero();
    }

    @Test
    void everyFurtherFailureDoublesTheWaitUpToHalfAMinute() {
        fail(5, "wang", "10.0.0.1", NOON);
        assertThat(gate.waitFor("wang", "10.0.0.1", NOON)).hasSeconds(2);
        fail(1, "wang", "10.0.0.1", NOON);
        assertThat(gate.waitFor("wang", "10.0.0.1", NOON)).hasSeconds(4);
        fail(15, "wang", "10.0.0.1", NOON);
        assertThat(gate.waitFor("wang", "10.0.0.1", NOON)).hasSeconds(30);
        assertThat(gate.waitFor("wang", "10.0.0.1", NOON.plusSeconds(30))).isZero();
    }

    @Test
    void aStrangerCannotLockSomebodyOut() {
        fail(29, "wang", "203.0.113.9", NOON);
        assertThat(gate.waitFor("wang", "10.0.0.1", NOON)).isZero();
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHourOrASuccess() {
        fail(8, "wang", "10.0.0.1", NOON);
        fail(1, "wang", "10.0.0.1", NOON.plus(Duration.ofMinutes(16)));
        assertThat(gate.waitFor("wang", "10.0.0.1", NOON.plus(Duration.ofMinutes(16)))).isZero();
        fail(8, "li", "10.0.0.1", NOON);
        gate.succeeded("li", "10.0.0.1");
        assertThat(gate.waitFor("li", "10.0.0.1", NOON)).isZero();
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int i = 0; i < 30; i++) {
            gate.failed("name" + i, "203.0.113.9", NOON);
        }
        assertThat(gate.waitFor("another", "203.0.113.9", NOON.plusSeconds(1))).hasSeconds(59);
        assertThat(gate.waitFor("another", "203.0.113.9", NOON.plusSeconds(60))).isZero();
    }

    private void fail(int times, String username, String address, Instant at) {
        for (int i = 0; i < times; i++) {
            gate.failed(username, address, at);
        }
    }
}
