package city.gewu.assessment.usecase;

import city.gewu.assessment.store.FigureStore.CaseBehind;
import city.gewu.assessment.store.FigureStore.Counted;
import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Clock clock;
    private final Map<Page, Read> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Serial private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Page, Read> eldest) {
                    return size() > REMEMBERED;
                }
            };

    PublishedCases(EvaluatePeriod periods, PublishedFigures published, Clock clock) {
        this.periods = periods;
        this.published = published;
        this.clock = clock;
    }

    private record Page(Question question, long after) {}

    private record Read(Instant at, Opened opened) {}

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
        return read(new Page(question, after));
    }

    private synchronized Opened read(Page page) {
        var now = clock.instant();
        var kept = known.get(page);
        if (kept == null || kept.at().plus(FRESH).isBefore(now)) {
            kept = new Read(now, find(page));
            known.put(page, kept);
        }
        return kept.opened();
    }

    private Opened find(Page page) {
        var first = known.get(new Page(page.question(), 0));
        var counted =
                page.after() == 0 || first == null
                        ? periods.countBehind(page.question())
                        : new Counted(
                                first.opened().rows(),
                                first.opened().rows() - first.opened().withheld());
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
