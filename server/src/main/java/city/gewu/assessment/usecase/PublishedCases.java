package city.gewu.assessment.usecase;

import city.gewu.assessment.store.FigureStore.CaseBehind;
import city.gewu.assessment.store.FigureStore.Counted;
import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import city.gewu.platform.RecentAnswers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/// The cases behind a published figure, as far as anybody may look at them. What was found or told
/// inside, and what was not taken up, counts and is not shown. One figure is opened at a time, so
/// that strangers take no more than one connection.
@Component
public class PublishedCases {

    private static final int PAGE = 50;
    private static final int REMEMBERED = 500;
    private static final Duration FRESH = Duration.ofHours(1);

    private final EvaluatePeriod periods;
    private final PublishedFigures published;
    private final RecentAnswers<Page, Opened> known;

    PublishedCases(EvaluatePeriod periods, PublishedFigures published, Clock clock) {
        this.periods = periods;
        this.published = published;
        this.known = new RecentAnswers<>(REMEMBERED, FRESH, 1, clock);
    }

    private record Page(Question question, long after) {}

    /// A page of the cases behind a figure.
    ///
    /// @param rows behind the figure, also those that are not shown
    /// @param withheld rows whose cases are not shown
    /// @param next key to go on after; empty at the end
    public record Opened(List<CaseBehind> cases, long rows, long withheld, OptionalLong next) {

        public Opened {
            cases = List.copyOf(cases);
        }
    }

    /// Refused with `assessment.not-published`, and like a figure of the desk.
    ///
    /// @param after key of the last row of the page before; 0 for the first
    public Opened open(Question question, long after) {
        published.require(question.period(), question.by());
        var page = new Page(question, after);
        return known.get(page, () -> find(page));
    }

    private Opened find(Page page) {
        var first = known.recall(new Page(page.question(), 0));
        var counted =
                page.after() == 0 || first.isEmpty()
                        ? periods.countBehind(page.question())
                        : new Counted(
                                first.get().rows(), first.get().rows() - first.get().withheld());
        var found = periods.listShownBehind(page.question(), page.after(), PAGE + 1);
        boolean more = found.size() > PAGE;
        var cases = more ? found.subList(0, PAGE) : found;
        return new Opened(
                cases,
                counted.rows(),
                counted.rows() - counted.shown(),
                more ? OptionalLong.of(cases.getLast().key()) : OptionalLong.empty());
    }
}
