package city.gewu.appraisal.usecase;

import static city.gewu.assessment.Facts.due;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.appraisal.Appraisal;
import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.model.Scheme;
import city.gewu.appraisal.model.Scheme.Line;
import city.gewu.assessment.Facts;
import city.gewu.assessment.GivenAssessment;
import city.gewu.platform.RefusedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Departments of a small city in a month, by the scheme that counts for it.
class MarkMonthsTest {

    private static final YearMonth AUGUST = YearMonth.of(2011, 8);

    private GivenAssessment given;
    private MarkMonths marks;
    private Schemes schemes;

    /// Public works is on time with 18 of 20 and reworks 2, inspections with 15 of 20 and reworks
    /// none.
    @BeforeEach
    void twoDepartments() {
        given = new GivenAssessment("city.gewu.appraisal.store", "city.gewu.appraisal.usecase");
        marks = given.get(MarkMonths.class);
        schemes = given.get(Schemes.class);
        given.facts(cases("PWD", 18, 20, 2));
        given.facts(cases("ISD", 15, 20, 0));
    }

    private static Facts[] cases(String department, int good, int all, int reworked) {
        var facts = new ArrayList<Facts>();
        for (int i = 0; i < all; i++) {
            var handled = i < good ? "2011-08-09T00:00" : "2011-08-11T00:00";
            facts.add(
                    due("2011-08-10T00:00")
                            .by(department)
                            .handled(handled)
                            .closed(handled)
                            .checkedInVain(i < reworked ? 1 : 0, false));
        }
        return facts.toArray(Facts[]::new);
    }

    @Test
    void theExampleCountsUntilTheCityLaysOneDown() {
        assertThat(marks.findVersion("department", AUGUST)).isZero();
        var table = marks.mark("department", AUGUST, Optional.empty(), Optional.empty());
        assertThat(table.rows()).extracting(Row::subject).containsExactly("PWD", "ISD");
        var first = table.rows().getFirst();
        // 18/20 handled on time is 80 marks of 45; all closed; 2/20 reworked is 50 marks of 15.
        assertThat(first.find("on_time_handling_rate").orElseThrow().marks())
                .contains(new BigDecimal("80.00"));
        assertThat(first.find("rework_rate").orElseThrow().marks())
                .contains(new BigDecimal("50.00"));
        assertThat(first.total()).contains(new BigDecimal("83.50"));
        assertThat(first.grade()).contains("B");
        assertThat(table.rows().getLast().total()).contains(new BigDecimal("77.50"));
    }

    @Test
    void theSameMonthIsTheSameBytes() {
        var once = marks.mark("department", AUGUST, Optional.of(0), Optional.empty());
        var again = marks.mark("department", AUGUST, Optional.empty(), Optional.empty());
        assertThat(again.canonicalBytes()).isEqualTo(once.canonicalBytes());
    }

    @Test
    void aHeavierWeightMovesTheRankingOfThePastAndNothingIsKept() {
        var example = schemes.get("department", 0);
        var tried = marks.simulate(weighted(example, 5, 55), AUGUST).getLast();
        assertThat(tried.before().rows()).extracting(Row::subject).containsExactly("PWD", "ISD");
        assertThat(tried.after().rows()).extracting(Row::subject).containsExactly("ISD", "PWD");
        assertThat(schemes.listVersions("department")).isEmpty();
    }

    @Test
    void aVersionCountsFromItsMonthOn() {
        var example = schemes.get("department", 0);
        var month = YearMonth.from(given.today());
        int number = schemes.layDown(weighted(example, 5, 55), month.plusMonths(1), "p", "文号一");
        assertThat(number).isEqualTo(1);
        assertThat(marks.findVersion("department", month)).isZero();
        assertThat(marks.findVersion("department", month.plusMonths(1))).isEqualTo(1);
        assertThat(schemes.get("department", 1)).isEqualTo(weighted(example, 5, 55));
        assertThat(schemes.layDown(example, month.plusMonths(1), "p", "文号二")).isEqualTo(2);
        assertThat(marks.findVersion("department", month.plusMonths(3))).isEqualTo(2);
    }

    @Test
    void aMonthThatIsOverKeepsItsScheme() {
        var example = schemes.get("department", 0);
        refused("appraisal.month-over", () -> schemes.layDown(example, AUGUST, "p", "文号"));
        refused(
                "appraisal.missing-reason",
                () -> schemes.layDown(example, YearMonth.from(given.today()), "p", " "));
        refused(
                "appraisal.bad-weights",
                () ->
                        schemes.layDown(
                                weighted(example, 1, 1), YearMonth.from(given.today()), "p", "文号"));
        refused("appraisal.unknown-version", () -> schemes.get("department", 7));
        refused("appraisal.no-scheme", () -> marks.findVersion("ward", AUGUST));
    }

    /// What had happened until the tenth: nothing of these facts is in the ledger of events.
    @Test
    void marksOfAPastMomentRestOnWhatHadHappenedThen() {
        var table =
                given.get(Appraisal.class)
                        .mark(
                                "department",
                                AUGUST,
                                Optional.empty(),
                                Optional.of(Instant.parse("2011-08-10T00:00:00Z")));
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.total()).isEmpty());
    }

    @Test
    void everyExampleIsGoodForTheIndicatorsOfItsKind() {
        for (String kind : marks.listKinds()) {
            assertThat(schemes.check(schemes.get(kind, 0))).as(kind).isEmpty();
        }
        assertThat(marks.listKinds())
                .containsExactly(
                        "department",
                        "contractor",
                        "team",
                        "supervisor",
                        "intake_clerk",
                        "shift_lead",
                        "dispatcher",
                        "checker");
    }

    private static Scheme weighted(Scheme scheme, int onTime, int rework) {
        var lines =
                scheme.lines().stream()
                        .map(line ->
                                switch (line.indicator()) {
                                    case "on_time_handling_rate" -> weighted(line, onTime);
                                    case "rework_rate" -> weighted(line, rework);
                                    default -> line;
                                })
                        .toList();
        return new Scheme(
                scheme.code(),
                scheme.kind(),
                scheme.name(),
                lines,
                scheme.adjustments(),
                scheme.grades(),
                scheme.leastWeight(),
                scheme.ties(),
                scheme.note());
    }

    private static Line weighted(Line line, int weight) {
        return new Line(
                line.indicator(),
                BigDecimal.valueOf(weight),
                line.better(),
                line.bands(),
                line.linear());
    }

    private static void refused(String code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.refusal().code()).isEqualTo(code));
    }
}
