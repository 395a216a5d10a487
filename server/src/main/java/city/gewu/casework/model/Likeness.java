package city.gewu.casework.model;

import city.gewu.casework.Position;
import city.gewu.engine.spatial.GroundDistance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// How likely two reports are of one problem (重复案件识别), with the grounds a person can check.
///
/// @param metres between them on the ground
/// @param hours between the two reports
/// @param words part of their words that they share, in percent
/// @param samePhoto whether a photo of the one is a copy of a photo of the other
/// @param component name of the component that both stand at, or empty text
/// @param percent 0 to 100
public record Likeness(
        long metres, long hours, int words, boolean samePhoto, String component, int percent) {

    /// Beyond it two reports are of two problems, unless they show one photo.
    public static final double FARTHEST_M = 100;

    private static final Duration LONGEST = Duration.ofDays(14);

    private static final double BY_DISTANCE = 0.45;
    private static final double BY_TIME = 0.15;
    private static final double BY_WORDS = 0.40;

    /// Grounds that stand for themselves, whatever the words say.
    private static final int SURE = 95;

    /// A report as it is compared.
    public record Report(
            String category, Position position, Instant reportedAt, String description) {}

    /// Empty when they are of different categories, too far apart, or too long.
    public static Optional<Likeness> of(
            Report one, Report other, boolean samePhoto, String component) {
        double metres =
                GroundDistance.metres(
                        one.position().longitude(),
                        one.position().latitude(),
                        other.position().longitude(),
                        other.position().latitude());
        var between = Duration.between(one.reportedAt(), other.reportedAt()).abs();
        boolean atOneComponent = !component.isEmpty();
        boolean comparable =
                samePhoto
                        || atOneComponent
                        || (one.category().equals(other.category())
                                && metres <= FARTHEST_M
                                && between.compareTo(LONGEST) <= 0);
        if (!comparable) {
            return Optional.empty();
        }
        double shared = shared(one.description(), other.description());
        double score =
                BY_DISTANCE * Math.max(0, 1 - metres / FARTHEST_M)
                        + BY_TIME
                                * Math.max(
                                        0, 1 - (double) between.toMinutes() / LONGEST.toMinutes())
                        + BY_WORDS * shared;
        int percent = (int) Math.round(100 * score);
        return Optional.of(
                new Likeness(
                        Math.round(metres),
                        between.toHours(),
                        (int) Math.round(100 * shared),
                        samePhoto,
                        component,
                        samePhoto || atOneComponent ? Math.max(SURE, percent) : percent));
    }

    /// Words in both over words in either, 0 to 1.
    private static double shared(String one, String other) {
        var words = words(one);
        var either = new HashSet<>(words);
        var both = new HashSet<>(words);
        var others = words(other);
        either.addAll(others);
        both.retainAll(others);
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }

    private static Set<String> words(String text) {
        var index = SearchWords.index(text);
        return index.isEmpty() ? Set.of() : Set.of(index.split(" "));
    }
}
