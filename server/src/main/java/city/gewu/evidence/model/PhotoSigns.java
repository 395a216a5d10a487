package city.gewu.evidence.model;

import city.gewu.engine.spatial.GroundDistance;
import city.gewu.evidence.PhotoSight.PhotographedCase;
import city.gewu.evidence.PhotoSight.Spot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the sealed facts of a photo say beside its case (照片时空核对).
///
/// @param secondsAfterReport when it was taken, seen from the report; negative before it
/// @param metres how far from the reported place it was taken
public record PhotoSigns(
        Optional<Long> secondsAfterReport, Optional<Long> metres, List<Sign> signs) {

    private static final Duration OLD = Duration.ofHours(24);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final double FAR_METRES = 200;

    /// Why a photo deserves a second look.
    public enum Sign {
        /// As found, and taken over a day before the report.
        OLD,
        /// As found, and taken after the report; or as put right, and taken before it.
        WRONG_ORDER,
        /// Taken over 200 m from the reported place.
        FAR,
        /// A program for editing pictures had it.
        EDITED
    }

    public static PhotoSigns of(SealedFacts facts, PhotographedCase of, boolean asFound) {
        var seconds = facts.takenAt().map(at -> Duration.between(of.reportedAt(), at).toSeconds());
        var metres = facts.position().flatMap(at -> of.position().map(place -> metres(at, place)));
        var signs = new ArrayList<Sign>();
        facts.takenAt().ifPresent(at -> order(at, of.reportedAt(), asFound, signs));
        metres.filter(far -> far > FAR_METRES).ifPresent(_ -> signs.add(Sign.FAR));
        if (facts.edited()) {
            signs.add(Sign.EDITED);
        }
        return new PhotoSigns(seconds, metres.map(Math::round), List.copyOf(signs));
    }

    private static void order(
            Instant takenAt, Instant reportedAt, boolean asFound, List<Sign> signs) {
        if (asFound && takenAt.isBefore(reportedAt.minus(OLD))) {
            signs.add(Sign.OLD);
        }
        boolean turnedRound =
                asFound
                        ? takenAt.isAfter(reportedAt.plus(CLOCKS_DIFFER))
                        : takenAt.isBefore(reportedAt);
        if (turnedRound) {
            signs.add(Sign.WRONG_ORDER);
        }
    }

    private static double metres(Spot from, Spot to) {
        return GroundDistance.metres(
                from.longitude(), from.latitude(), to.longitude(), to.latitude());
    }
}
