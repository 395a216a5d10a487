package city.gewu.signin.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.signin.model.SignInGate.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignInGateTest {

    private static final Instant NOON = Instant.parse("2026-03-03T04:00:00Z");
    private static final Attempt OWNER =
            new Attempt("wang", "10.0.0.1", Optional.of("the browser of wang"));
    private final SignInGate gate = new SignInGate(7);

    @Test
    void aFewSlipsCostNothing() {
        fail(4, "wang", "10.0.0.1", NOON);
        assertThat(enter("wang", "10.0.0.1", NOON)).isZero();
    }

    @Test
    void everyFurtherFailureDoublesTheWaitUpToHalfAMinute() {
        fail(5, "wang", "10.0.0.1", NOON);
        assertThat(enter("wang", "10.0.0.1", NOON)).hasSeconds(2);
        var at = NOON.plusSeconds(2);
        fail(1, "wang", "10.0.0.1", at);
        assertThat(enter("wang", "10.0.0.1", at)).hasSeconds(4);
        for (int i = 0; i < 10; i++) {
            at = at.plusSeconds(30);
            fail(1, "wang", "10.0.0.1", at);
        }
        assertThat(enter("wang", "10.0.0.1", at)).hasSeconds(30);
        assertThat(enter("wang", "10.0.0.1", at.plusSeconds(30))).isZero();
    }

    @Test
    void tryingDuringTheWaitDoesNotLengthenIt() {
        fail(5, "wang", "10.0.0.1", NOON);
        for (int i = 0; i < 100; i++) {
            enter("wang", "10.0.0.1", NOON.plusMillis(i));
        }
        assertThat(enter("wang", "10.0.0.1", NOON.plusSeconds(2))).isZero();
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHourOrASuccess() {
        fail(5, "wang", "10.0.0.1", NOON);
        fail(1, "wang", "10.0.0.1", NOON.plus(Duration.ofMinutes(16)));
        assertThat(enter("wang", "10.0.0.1", NOON.plus(Duration.ofMinutes(16)))).isZero();
        fail(5, "li", "10.0.0.1", NOON);
        gate.succeeded(stranger("li", "10.0.0.1"));
        assertThat(enter("li", "10.0.0.1", NOON)).isZero();
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int i = 0; i < 30; i++) {
            enter("name" + i, "203.0.113.9", NOON);
        }
        assertThat(enter("another", "203.0.113.9", NOON.plusSeconds(1))).hasSeconds(59);
        assertThat(enter("another", "203.0.113.9", NOON.plusSeconds(60))).isZero();
    }

    /// An hour of a thousand addresses that try as fast as they can: 79 guesses in all, and the
    /// owner comes and goes.
    @Test
    void aThousandAddressesGetFewGuessesAndCannotKeepTheOwnerOut() {
        int guesses = 0;
        for (int second = 0; second < 3600; second++) {
            var now = NOON.plusSeconds(second);
            for (int address = 0; address < 1000; address++) {
                guesses += enter("wang", "address " + address, now).isZero() ? 1 : 0;
            }
            if (second % 60 == 0) {
                assertThat(gate.enter(OWNER, now)).isZero();
                gate.succeeded(OWNER);
            }
        }
        assertThat(guesses).isBetween(70, Budget.AT_ONCE + 60);
    }

    @Property(tries = 200)
    void whateverStrangersTryAKnownBrowserIsNotSlowed(
            @ForAll @Size(max = 200) List<@IntRange(max = 40) Integer> attempts) {
        var fresh = new SignInGate(7);
        var now = NOON;
        for (int attempt : attempts) {
            now = now.plusMillis(100L * attempt);
            String username = attempt % 3 == 0 ? "li" : "wang";
            fresh.enter(stranger(username, "10.0.0." + attempt % 5), now);
        }
        assertThat(fresh.enter(OWNER, now)).isZero();
    }

    @Test
    void aKnownBrowserAnswersForItsOwnFailures() {
        for (int i = 0; i < 5; i++) {
            assertThat(gate.enter(OWNER, NOON)).isZero();
        }
        assertThat(gate.enter(OWNER, NOON)).hasSeconds(2);
    }

    @Test
    void aFloodOfOtherNamesNeitherFreesNorHoldsTheOwnersName() {
        for (int i = 0; i < 20; i++) {
            enter("wang", "a" + i, NOON);
        }
        for (int i = 0; i < 30_000; i++) {
            enter("flood " + i, "b" + i, NOON);
        }
        assertThat(enter("wang", "c", NOON)).isPositive();
        assertThat(enter("somebody else", "c", NOON)).isZero();
    }

    @Test
    void anAccountWithAOneTimePasswordIsNotHeldByStrangers() {
        for (int i = 0; i < 100; i++) {
            enter("wang", "a" + i, NOON);
        }
        assertThat(enter("wang", "10.0.0.1", NOON)).isPositive();
        assertThat(gate.enterUnguessable(stranger("wang", "10.0.0.1"), NOON)).isZero();
    }

    @Test
    void whatWasNoGuessIsGivenBack() {
        for (int i = 0; i < 100; i++) {
            assertThat(enter("wang", "10.0.0.1", NOON)).isZero();
            gate.giveBack(stranger("wang", "10.0.0.1"));
        }
        fail(4, "wang", "10.0.0.1", NOON);
        gate.giveBack(stranger("wang", "10.0.0.1"));
        fail(2, "wang", "10.0.0.1", NOON);
        assertThat(enter("wang", "10.0.0.1", NOON)).isPositive();
    }

    private static Attempt stranger(String username, String address) {
        return new Attempt(username, address, Optional.empty());
    }

    private Duration enter(String username, String address, Instant at) {
        return gate.enter(stranger(username, address), at);
    }

    private void fail(int times, String username, String address, Instant at) {
        for (int i = 0; i < times; i++) {
            assertThat(enter(username, address, at)).isZero();
        }
    }
}
