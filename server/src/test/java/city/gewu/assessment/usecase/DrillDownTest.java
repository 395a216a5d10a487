package city.gewu.assessment.usecase;

import static city.gewu.assessment.Facts.due;
import static city.gewu.assessment.Facts.problem;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.Facts;
import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.store.FigureStore.CaseBehind;
import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import city.gewu.engine.indicator.FigureUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every number opens onto its evidence.
class DrillDownTest {

    private static final GivenAssessment GIVEN = new GivenAssessment();
    private static final EvaluatePeriod PERIODS = GIVEN.get(EvaluatePeriod.class);

    /// Moments around the edges of August 2011, so that facts fall on them often.
    private static final List<String> MOMENTS =
            List.of(
                    "2011-06-15T12:00",
                    "2011-07-31T23:59:59.999999",
                    "2011-08-01T00:00",
                    "2011-08-01T00:00:00.000001",
                    "2011-08-15T12:00",
                    "2011-08-31T23:59:59.999999",
                    "2011-09-01T00:00",
                    "2011-09-20T00:00");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theCasesBehindEveryCellAddUpToIt(long seed) {
        GIVEN.empty();
        var random = new Random(seed);
        for (int i = 0; i < 250; i++) {
            GIVEN.facts(randomFact(random));
        }
        for (String period : List.of("2011-08", "2011-Q3", "2011")) {
            for (String kind : PERIODS.listSubjectKinds()) {
                for (var figure : GIVEN.figures(period, kind, Optional.empty())) {
                    assertCellOpens(figure);
                }
            }
        }
    }

    @Test
    void aCaseIsShownWithWhatItAdds() {
        GIVEN.empty();
        GIVEN.facts(
                due("2011-09-01T00:00").dispatched("2011-08-01T08:00").handled("2011-08-01T09:00"));
        var question = new Question("2011-08", "ward", "01", "mean_handling_hours", "numerator");
        assertThat(PERIODS.listCasesBehind(question, 0, 10))
                .singleElement()
                .satisfies(behind -> {
                    assertThat(behind.part()).isEqualTo(3600);
                    assertThat(behind.caseNo()).startsWith("T");
                    assertThat(behind.dueAt()).contains(Facts.at("2011-09-01T00:00"));
                    assertThat(behind.closedAt()).isEmpty();
                });
    }

    @Test
    void oneIndicatorIsCutOutOfTheSameTable() {
        GIVEN.empty();
        GIVEN.facts(problem().filed("2011-08-02T00:00"), due("2011-08-02T00:00").by("ISD"));
        var all = GIVEN.figures("2011-08", "department", Optional.empty());
        assertThat(GIVEN.figures("2011-08", "department", Optional.of("closing_rate")))
                .isEqualTo(
                        all.stream().filter(it -> it.indicator().equals("closing_rate")).toList())
                .hasSize(2);
        assertThat(all).extracting(Figure::subject).isSorted();
    }

    private static void assertCellOpens(Figure figure) {
        boolean seconds = unit(figure) == FigureUnit.HOURS;
        var above = open(figure, "numerator");
        assertThat(sum(above)).as("%s", figure).isEqualTo(figure.numerator());
        if (!seconds) {
            assertThat(above).as("%s", figure).hasSize(Math.toIntExact(figure.numerator()));
        }
        if (!isCount(figure)) {
            assertThat(open(figure, "denominator"))
                    .as("%s", figure)
                    .hasSize(Math.toIntExact(figure.denominator()));
        }
    }

    private static boolean isCount(Figure figure) {
        return unit(figure) == FigureUnit.COUNT;
    }

    private static FigureUnit unit(Figure figure) {
        return GIVEN.get(IndicatorBook.class)
                .find(figure.indicator())
                .orElseThrow()
                .definition()
                .unit();
    }

    /// All pages, a few cases each.
    private static List<CaseBehind> open(Figure figure, String part) {
        var question =
                new Question(
                        figure.period(),
                        figure.subjectKind(),
                        figure.subject(),
                        figure.indicator(),
                        part);
        var all = new ArrayList<CaseBehind>();
        List<CaseBehind> page;
        do {
            page = PERIODS.listCasesBehind(question, all.isEmpty() ? 0 : all.getLast().key(), 40);
            all.addAll(page);
        } while (page.size() == 40);
        assertThat(all).extracting(CaseBehind::key).doesNotHaveDuplicates().isSorted();
        return all;
    }

    private static long sum(List<CaseBehind> cases) {
        return cases.stream().mapToLong(CaseBehind::part).sum();
    }

    private static Facts randomFact(Random random) {
        var fact = problem().reported(moment(random)).in("BOS", pick(random, "01", "02", ""));
        if (random.nextInt(8) == 0) {
            return fact.fixedOnSpot();
        }
        if (random.nextInt(8) > 0) {
            fact = fact.filed(moment(random));
        }
        if (random.nextInt(8) > 0) {
            fact = fact.dispatched("2011-06-15T12:00").by(pick(random, "PWD", "ISD", ""));
            fact = fact.dueAt(Facts.at(moment(random)));
        }
        if (random.nextInt(4) > 0) {
            fact =
                    fact.handled(moment(random))
                            .checkedInVain(random.nextInt(3), random.nextBoolean());
        }
        return switch (random.nextInt(5)) {
            case 0 -> fact;
            case 1 -> fact.cancelled(moment(random));
            case 2 -> fact.suspended();
            default -> fact.closed(moment(random));
        };
    }

    private static String moment(Random random) {
        return MOMENTS.get(random.nextInt(MOMENTS.size()));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
