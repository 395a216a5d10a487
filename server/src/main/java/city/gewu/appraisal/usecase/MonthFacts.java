package city.gewu.appraisal.usecase;

import city.gewu.appraisal.model.Scoring.Fact;
import city.gewu.assessment.Assessment;
import city.gewu.engine.indicator.Subject;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The figures that marks are made of. For rankings of a year and for simulations they are
/// remembered a while; a table of marks itself always reads anew.
@Component
class MonthFacts {

    private static final int REMEMBERED = 120;
    private static final int TURNS = 64;
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Assessment assessment;
    private final Clock clock;
    private final Map<String, Read> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Serial private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

    MonthFacts(Assessment assessment, Clock clock) {
        this.assessment = assessment;
        this.clock = clock;
    }

    private record Read(Instant at, Map<String, Map<String, Fact>> facts) {}

    /// By subject, then by indicator; without what belongs to no subject.
    Map<String, Map<String, Fact>> read(String kind, YearMonth month, Optional<Instant> asOf) {
        var facts = new TreeMap<String, Map<String, Fact>>();
        assessment.evaluate(
                month.toString(),
                kind,
                Optional.empty(),
                asOf,
                figure -> {
                    if (!figure.subject().equals(Subject.NONE)) {
                        facts.computeIfAbsent(figure.subject(), _ -> new TreeMap<>())
                                .put(
                                        figure.indicator(),
                                        new Fact(
                                                figure.numerator(),
                                                figure.denominator(),
                                                figure.value()));
                    }
                });
        return facts;
    }

    Map<String, Map<String, Fact>> recall(String kind, YearMonth month) {
        return recall(kind, month, Optional.empty());
    }

    /// Whoever asks for figures that somebody is reading already waits for those; other figures are
    /// read beside them.
    ///
    /// @param asOf a past moment; empty for now
    Map<String, Map<String, Fact>> recall(String kind, YearMonth month, Optional<Instant> asOf) {
        var key = month + " " + kind + asOf.map(at -> " " + at).orElse("");
        Object turn = turns[Math.floorMod(key.hashCode(), turns.length)];
        synchronized (turn) {
            var now = clock.instant();
            var kept = find(key);
            if (kept == null || kept.at().plus(FRESH).isBefore(now)) {
                kept = new Read(now, read(kind, month, asOf));
                keep(key, kept);
            }
            return kept.facts();
        }
    }

    private @Nullable Read find(String key) {
        synchronized (known) {
            return known.get(key);
        }
    }

    private void keep(String key, Read read) {
        synchronized (known) {
            known.put(key, read);
        }
    }
}
