package city.gewu.engagement.usecase;

import city.gewu.engagement.model.Puzzle;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.store.ChallengeStore;
import city.gewu.engagement.store.ChallengeStore.Given;
import city.gewu.engagement.store.SpamSignStore;
import city.gewu.engine.spatial.GroundDistance;
import city.gewu.platform.RefusedException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Gives out challenges and looks at what solves them.
@Component
public class Challenges {

    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final Duration LATELY = Duration.ofHours(1);
    private static final double PLACE_M = 60;
    private static final int SALT_BYTES = 12;

    private final ChallengeStore challenges;
    private final SpamSignStore signs;
    private final Marks marks;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final int leastBits;

    Challenges(
            ChallengeStore challenges,
            SpamSignStore signs,
            Marks marks,
            Clock clock,
            @Value("${gewu.engagement.challenge-bits:15}") int leastBits) {
        this.challenges = challenges;
        this.signs = signs;
        this.marks = marks;
        this.clock = clock;
        this.leastBits = leastBits;
    }

    /// The harder, the more has come from there lately.
    ///
    /// @param device what the phone calls itself, or empty text
    public Puzzle give(String device, String address, Optional<Spot> position) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var since = now.minus(LATELY);
        var phone = marks.device(device, address);
        var network = marks.network(address);
        var lately =
                signs.countLately(
                        phone,
                        network,
                        SpamSignStore.around(position, across(position), up()),
                        since,
                        0);
        int bits =
                Puzzle.bits(
                        leastBits,
                        Math.max(lately.fromDevice(), challenges.countOfDevice(phone, since) / 2),
                        lately.fromNetwork(),
                        lately.fromPlace());
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var puzzle =
                new Puzzle(
                        UUID.randomUUID(), HexFormat.of().formatHex(salt), bits, now.plus(LASTS));
        challenges.add(puzzle, phone, network, now);
        return puzzle;
    }

    /// One that any nonce solves, for pages without a script; what comes on its word is looked at
    /// by a person first.
    UUID forgo(String address) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var puzzle = new Puzzle(UUID.randomUUID(), "", 0, now.plus(LASTS));
        challenges.add(puzzle, marks.device("", address), marks.network(address), now);
        return puzzle.id();
    }

    static double up() {
        return GroundDistance.degreesUp(PLACE_M);
    }

    static double across(Optional<Spot> position) {
        return position.map(spot -> GroundDistance.degreesAcross(PLACE_M, spot.latitude()))
                .orElse(0.0);
    }

    /// The challenge, when the nonce solves it and it is neither over nor spent; refused with
    /// `engagement.unknown-challenge`, `engagement.challenge-over`, `engagement.challenge-spent` or
    /// `engagement.bad-nonce`.
    Given require(UUID id, String nonce) {
        var given = challenges.find(id).orElseThrow(() -> unknown(id));
        if (given.puzzle().expiresAt().isBefore(clock.instant())) {
            throw new RefusedException(
                    "engagement.challenge-over",
                    "The challenge (%s) has run out.".formatted(id),
                    "Ask for another one and solve it.");
        }
        if (given.spent()) {
            throw spent(id);
        }
        if (!given.puzzle().isSolvedBy(nonce)) {
            throw new RefusedException(
                    "engagement.bad-nonce",
                    "The nonce does not solve the challenge (%d bits)."
                            .formatted(given.puzzle().bits()),
                    "Find a nonce for which SHA-256 of salt:nonce begins with that many zero bits.");
        }
        return given;
    }

    /// Spends it; refused with `engagement.challenge-spent`. Call it in the transaction of what it
    /// is spent on.
    void spend(UUID id) {
        if (!challenges.spend(id, clock.instant())) {
            throw spent(id);
        }
    }

    /// Forgets what ran out long enough ago that nobody sends its report again.
    int forgetOld() {
        return challenges.deleteExpired(clock.instant().minus(LATELY));
    }

    private static RefusedException unknown(UUID id) {
        return new RefusedException(
                "engagement.unknown-challenge",
                "There is no challenge (%s).".formatted(id),
                "Ask for one and solve it.");
    }

    private static RefusedException spent(UUID id) {
        return new RefusedException(
                "engagement.challenge-spent",
                "The challenge (%s) was used before.".formatted(id),
                "Ask for another one and solve it.");
    }
}
