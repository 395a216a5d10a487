package city.gewu.suggestion.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.suggestion.CategorySuggestions;
import city.gewu.suggestion.model.Ranked;
import city.gewu.suggestion.store.ClosedCaseStore;
import city.gewu.suggestion.text.Trained;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Proposes categories, from what the closed cases of the city taught.
@Component
public class Suggestions implements CategorySuggestions {

    private static final int LEARNT_FROM = 50_000;
    private static final int MOST = 3;
    private static final int RANKED = 12;
    private static final Duration FRESH = Duration.ofHours(6);

    private final ClosedCaseStore cases;
    private final Catalogue catalogue;
    private final Clock clock;
    private volatile @Nullable Lesson lesson;

    /// What was learnt, when, and up to which case.
    public record Lesson(Trained trained, Instant at, long upTo) {

        /// Old, or of a city that has grown by a quarter since.
        private boolean isStale(Instant now, long newest) {
            return at.plus(FRESH).isBefore(now) || newest > upTo + upTo / 4;
        }
    }

    Suggestions(ClosedCaseStore cases, Catalogue catalogue, Clock clock) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// At most three categories in force, the likeliest first; none when nothing was learnt of such
    /// words.
    public List<Ranked> suggest(String text) {
        return lesson().trained().rank(text, RANKED).stream()
                .filter(one -> catalogue.findCategory(one.category()).isPresent())
                .limit(MOST)
                .toList();
    }

    @Override
    public List<Proposed> propose(String text) {
        return suggest(text).stream()
                .map(one -> new Proposed(one.category(), one.probability()))
                .toList();
    }

    /// What was learnt last, learning first when nothing was yet.
    public Lesson lesson() {
        var known = lesson;
        return known == null ? learnFirst() : known;
    }

    private synchronized Lesson learnFirst() {
        var known = lesson;
        return known == null ? learn() : known;
    }

    /// Learns anew when the last lesson is stale.
    public synchronized void refresh() {
        var known = lesson;
        if (known == null || known.isStale(clock.instant(), cases.findNewest())) {
            learn();
        }
    }

    private Lesson learn() {
        long newest = cases.findNewest();
        var trained = Trained.of(cases.listNewest(LEARNT_FROM));
        var fresh = new Lesson(trained, clock.instant(), newest);
        lesson = fresh;
        return fresh;
    }
}
