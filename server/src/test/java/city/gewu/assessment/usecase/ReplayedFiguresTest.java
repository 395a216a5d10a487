package city.gewu.assessment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.GivenAssessment;
import city.gewu.casework.model.RandomLives;
import city.gewu.casework.store.StoreFixture;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Figures read from what happened are those of how things stand, when they are read as of now.
class ReplayedFiguresTest {

    private static final int LIVES = 250;

    private final GivenAssessment given = new GivenAssessment();
    private final EvaluatePeriod periods = given.get(EvaluatePeriod.class);

    @Test
    void asOfNowIsWhatStands() {
        var lives = new RandomLives(new StoreFixture(given.database()));
        var random = new Random(4);
        for (int i = 0; i < LIVES; i++) {
            lives.keepTwice(random);
        }
        var now = given.get(Clock.class).instant();
        int figures = 0;
        for (String kind : periods.listSubjectKinds()) {
            for (String period : List.of("2026-03", "2026-Q1")) {
                var live = figures(period, kind, Optional.empty());
                assertThat(figures(period, kind, Optional.of(now))).as(kind).isEqualTo(live);
                figures += live.size();
            }
        }
        assertThat(figures).isGreaterThan(100);
        assertThat(
                        figures(
                                "2026-03",
                                "department",
                                Optional.of(Instant.parse("2026-03-01T00:00:00Z"))))
                .isEmpty();
    }

    /// A replay reads the cases that can count in the period; with all of them the figures are the
    /// same, in a month after most had ended too.
    @Test
    void casesAtRestBeforeThePeriodAddNothing() {
        var lives = new RandomLives(new StoreFixture(given.database()));
        var random = new Random(11);
        for (int i = 0; i < LIVES; i++) {
            lives.keepTwice(random);
        }
        var now = given.get(Clock.class).instant();
        for (String period : List.of("2026-02", "2026-04", "2026-05", "2026")) {
            for (String kind : List.of("department", "ward", "source", "supervisor", "team")) {
                assertThat(figures(period, kind, Optional.of(now)))
                        .as("%s %s", period, kind)
                        .isEqualTo(figures(period, kind, Optional.empty()));
            }
        }
    }

    @Test
    void aMomentToComeIsRefused() {
        var tomorrow = given.get(Clock.class).instant().plusSeconds(86_400);
        assertThatThrownBy(() -> figures("2026-03", "department", Optional.of(tomorrow)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusal().code())
                                        .isEqualTo("assessment.not-yet"));
    }

    private List<Figure> figures(String period, String kind, Optional<Instant> asOf) {
        var figures = new ArrayList<Figure>();
        given.get(Assessment.class).evaluate(period, kind, Optional.empty(), asOf, figures::add);
        return figures;
    }
}
