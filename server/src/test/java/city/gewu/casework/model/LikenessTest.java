package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.Position;
import city.gewu.casework.model.Likeness.Report;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final Instant NOON = Instant.parse("2026-05-06T04:00:00Z");
    private static final Position HERE = new Position(112.2, 31.03);

    private static Report report(double metresNorth, Duration later, String words) {
        return new Report(
                "E0113",
                new Position(112.2, 31.03 + metresNorth / 111_195),
                NOON.plus(later),
                words);
    }

    private static Likeness likeness(Report other) {
        return Likeness.of(report(0, Duration.ZERO, "井盖破损 行人危险"), other, false, "").orElseThrow();
    }

    @Test
    void theSameReportAgainIsCertain() {
        var again = likeness(report(0, Duration.ZERO, "井盖破损 行人危险"));
        assertThat(again.percent()).isEqualTo(100);
        assertThat(again.words()).isEqualTo(100);
        assertThat(again.metres()).isZero();
    }

    @Test
    void distanceTimeAndOtherWordsEachMakeItLessLikely() {
        int certain = 100;
        assertThat(likeness(report(40, Duration.ZERO, "井盖破损 行人危险")).percent()).isEqualTo(82);
        assertThat(likeness(report(0, Duration.ofDays(7), "井盖破损 行人危险")).percent())
                .isBetween(92, 93);
        assertThat(likeness(report(0, Duration.ZERO, "垃圾满溢")).percent()).isEqualTo(60);
        assertThat(likeness(report(40, Duration.ofDays(7), "井盖坏了")).percent()).isLessThan(certain);
    }

    @Test
    void anotherCategoryOrTooFarOrTooLongAgoIsAnotherProblem() {
        var first = report(0, Duration.ZERO, "井盖破损");
        var otherKind = new Report("E0201", HERE, NOON, "井盖破损");
        assertThat(Likeness.of(first, otherKind, false, "")).isEmpty();
        assertThat(Likeness.of(first, report(101, Duration.ZERO, "井盖破损"), false, "")).isEmpty();
        assertThat(Likeness.of(first, report(0, Duration.ofDays(15), "井盖破损"), false, "")).isEmpty();
    }

    @Test
    void onePhotoOrOneComponentIsEnough() {
        var first = report(0, Duration.ZERO, "井盖破损");
        var far = report(300, Duration.ofDays(20), "别的话");
        assertThat(Likeness.of(first, far, true, "").orElseThrow().percent()).isEqualTo(95);
        var atLamp = Likeness.of(first, far, false, "路灯 12").orElseThrow();
        assertThat(atLamp.percent()).isEqualTo(95);
        assertThat(atLamp.component()).isEqualTo("路灯 12");
    }
}
