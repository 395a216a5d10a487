package city.gewu.appraisal.usecase;

import city.gewu.appraisal.model.Scoring.Fact;
import city.gewu.assessment.Assessment;
import city.gewu.engine.indicator.Subject;
import city.gewu.platform.RecentAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The figures that marks are made of. For rankings of a year and for simulations they are
/// remembered a while; a table of marks itself always reads anew.
@Component
class MonthFacts {

    private static final int REMEMBERED = 120;
    private static final int TURNS = 64;
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Assessment assessment;
    private final RecentAnswers<String, Map<String, Map<String, Fact>>> known;

    MonthFacts(Assessment assessment, Clock clock) {
        this.assessment = assessment;
        this.known = new RecentAnswers<>(REMEMBERED, FRESH, TURNS, clock);
    }

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

    /// @param asOf a past moment; empty for now
    Map<String, Map<String, Fact>> recall(String kind, YearMonth month, Optional<Instant> asOf) {
        var question = month + " " + kind + asOf.map(at -> " " + at).orElse("");
        return known.get(question, () -> read(kind, month, asOf));
    }
}
