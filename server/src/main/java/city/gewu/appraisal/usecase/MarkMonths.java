package city.gewu.appraisal.usecase;

import city.gewu.appraisal.Appraisal;
import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.model.Scheme;
import city.gewu.appraisal.model.Scoring;
import city.gewu.appraisal.model.Scoring.Fact;
import city.gewu.assessment.Assessment;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
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
    private final Territory territory;
    private final Clock clock;

    MarkMonths(
            Schemes schemes,
            MonthFacts facts,
            Assessment assessment,
            Territory territory,
            Clock clock) {
        this.schemes = schemes;
        this.facts = facts;
        this.assessment = assessment;
        this.territory = territory;
        this.clock = clock;
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
    public int adoptExample(String kind, YearMonth since, String author, String reason) {
        return schemes.layDown(schemes.get(kind, 0), since, author, reason);
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
    ///
    /// @param asOf a day that is over: both as they stood when it ended. Refused with
    ///   `appraisal.not-yet` for one that is not, or that ended before the month began
    public List<MarkTable> markWithBefore(String kind, YearMonth month, Optional<LocalDate> asOf) {
        var moment = asOf.map(day -> endOf(day, month));
        return List.of(recall(kind, month.minusMonths(1), moment), recall(kind, month, moment));
    }

    private Instant endOf(LocalDate day, YearMonth month) {
        var zone = territory.getCity().zone();
        if (day.isBefore(month.atDay(1))
                || !day.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
            throw new RefusedException(
                    "appraisal.not-yet",
                    "The month (%s) cannot be shown as of (%s).".formatted(month, day),
                    "Choose a day that is over and on which the month had begun.");
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
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
        return recall(kind, month, Optional.empty());
    }

    private MarkTable recall(String kind, YearMonth month, Optional<Instant> asOf) {
        int number = schemes.findVersion(kind, month);
        return score(schemes.get(kind, number), number, month, facts.recall(kind, month, asOf));
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
