package city.gewu.assessment.usecase;

import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.platform.RecentAnswers;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// The figures that anybody may read: whole months that are over, by organisation or by ground.
/// They are evaluated at most once an hour.
@Component
public class PublishedFigures {

    private static final int MONTHS = 12;
    private static final int REMEMBERED = 60;
    private static final Duration FRESH = Duration.ofHours(1);

    /// A team may be one person.
    private static final Set<String> NOT_PUBLISHED = Set.of("source", "category", "team");

    private final EvaluatePeriod periods;
    private final Territory territory;
    private final Clock clock;
    private final RecentAnswers<String, List<Figure>> known;

    PublishedFigures(EvaluatePeriod periods, Territory territory, Clock clock) {
        this.periods = periods;
        this.territory = territory;
        this.clock = clock;
        this.known = new RecentAnswers<>(REMEMBERED, FRESH, 1, clock);
    }

    /// The last twelve months that are over, the newest first.
    public List<String> listMonths() {
        var last = lastMonth();
        return IntStream.range(0, MONTHS)
                .mapToObj(back -> last.minusMonths(back).toString())
                .toList();
    }

    private YearMonth lastMonth() {
        var today = LocalDate.ofInstant(clock.instant(), territory.getCity().zone());
        return YearMonth.from(today).minusMonths(1);
    }

    /// Kinds of subjects whose figures are published.
    public List<String> listKinds() {
        return periods.listSubjectKinds().stream()
                .filter(kind -> !NOT_PUBLISHED.contains(kind) && !SubjectKind.isPerson(kind))
                .toList();
    }

    /// Refused with `assessment.not-published` for what is not, or not yet.
    public List<Figure> list(String month, String by) {
        require(month, by);
        return known.get(month + " " + by, () -> evaluate(month, by));
    }

    void require(String month, String by) {
        if (!isOver(month) || !listKinds().contains(by)) {
            throw new RefusedException(
                    "assessment.not-published",
                    "Figures of (%s) by (%s) are not published.".formatted(month, by),
                    "Ask for a month that is over, by a kind of organisation or by a level of the city.");
        }
    }

    private boolean isOver(String month) {
        try {
            return !YearMonth.parse(month).isAfter(lastMonth());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private List<Figure> evaluate(String month, String by) {
        var figures = new ArrayList<Figure>();
        periods.evaluate(month, by, Optional.empty(), figures::add);
        return List.copyOf(figures);
    }
}
