package city.gewu.appraisal.usecase;

import city.gewu.appraisal.Appraisal;
import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.model.Scheme;
import city.gewu.appraisal.model.Scoring;
import city.gewu.appraisal.model.Scoring.Fact;
import city.gewu.assessment.Assessment;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Marks of months, by the scheme that counts or by one that is tried out.
@Component
public class MarkMonths implements Appraisal {

    /// How far back a year of marks and a simulation look.
    private static final int MONTHS = 12;

    private final Schemes schemes;
    private final MonthFacts facts;
    private final Assessment assessment;

    MarkMonths(Schemes schemes, MonthFacts facts, Assessment assessment) {
        this.schemes = schemes;
        this.facts = facts;
        this.assessment = assessment;
    }

    @Override
    public List<String> listKinds() {
        return schemes.listKinds();
    }

    @Override
    public int findVersion(String kind, YearMonth month) {
        return schemes.findVersion(kind, month);
    }

    @Override
    public MarkTable mark(
            String kind, YearMonth month, Optional<Integer> version, Optional<Instant> asOf) {
        int number = version.orElseGet(() -> schemes.findVersion(kind, month));
        return score(schemes.get(kind, number), number, month, facts.read(kind, month, asOf));
    }

    /// The month and the eleven before it, the oldest first, each by the scheme that counted for
    /// it.
    public List<MarkTable> markYear(String kind, YearMonth last) {
        return months(last).map(month -> recall(kind, month)).toList();
    }

    /// The month and the one before it.
    public List<MarkTable> markWithBefore(String kind, YearMonth month) {
        return List.of(recall(kind, month.minusMonths(1)), recall(kind, month));
    }

    /// @param before by the scheme that counted
    /// @param after by the one that is tried out
    public record Tried(MarkTable before, MarkTable after) {}

    /// What the last twelve months would have been with another scheme. Nothing is kept. Refused
    /// like a scheme that is laid down.
    public List<Tried> simulate(Scheme scheme, YearMonth last) {
        schemes.requireGood(scheme);
        return months(last)
                .map(month ->
                        new Tried(
                                recall(scheme.kind(), month),
                                score(scheme, -1, month, facts.recall(scheme.kind(), month))))
                .toList();
    }

    /// From figures that may be a quarter of an hour old.
    MarkTable recall(String kind, YearMonth month) {
        int number = schemes.findVersion(kind, month);
        return score(schemes.get(kind, number), number, month, facts.recall(kind, month));
    }

    private MarkTable score(
            Scheme scheme, int number, YearMonth month, Map<String, Map<String, Fact>> figures) {
        return new Scoring(scheme, assessment.listMeasured(scheme.kind()))
                .score(month.toString(), number, figures);
    }

    private static Stream<YearMonth> months(YearMonth last) {
        return IntStream.range(0, MONTHS).mapToObj(i -> last.minusMonths(MONTHS - 1 - i));
    }
}
