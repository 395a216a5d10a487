package city.gewu.appraisal.usecase;

import static city.gewu.assessment.Facts.due;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.GivenAssessment;
import city.gewu.engine.indicator.Indicator;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MonthFactsTest {

    private static final YearMonth JULY = YearMonth.of(2011, 7);
    private static final YearMonth AUGUST = YearMonth.of(2011, 8);

    private final GivenAssessment given = new GivenAssessment();
    private final Slow assessment = new Slow(given.get(Assessment.class));
    private final MonthFacts facts = new MonthFacts(assessment, Clock.systemUTC());

    /// July takes as long as the gate is shut.
    @Test
    void aMonthThatIsBeingReadHoldsUpNoOtherAndIsReadOnce() throws Exception {
        given.facts(due("2011-08-10T12:00").closed("2011-08-10T11:00"));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> facts.recall("department", JULY));
            assertThat(assessment.begun.await(30, TimeUnit.SECONDS)).isTrue();
            var second = people.submit(() -> facts.recall("department", JULY));
            var other = people.submit(() -> facts.recall("department", AUGUST));
            assertThat(other.get(30, TimeUnit.SECONDS)).containsKey("PWD");
            assertThat(first.isDone()).isFalse();
            assessment.gate.countDown();
            assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(first.get(30, TimeUnit.SECONDS));
        }
        assertThat(assessment.asked).hasValue(2);
    }

    /// The assessment, with a July that waits.
    private static final class Slow implements Assessment {

        private final Assessment real;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger asked = new AtomicInteger();

        private Slow(Assessment real) {
            this.real = real;
        }

        @Override
        public void evaluate(
                String period,
                String subjectKind,
                Optional<String> indicator,
                Optional<Instant> asOf,
                Consumer<Figure> to) {
            asked.incrementAndGet();
            if (period.equals(JULY.toString())) {
                begun.countDown();
                try {
                    assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            real.evaluate(period, subjectKind, indicator, asOf, to);
        }

        @Override
        public List<Behind> listBehind(String period, Part part, Optional<Instant> asOf) {
            return real.listBehind(period, part, asOf);
        }

        @Override
        public List<String> listSubjectKinds() {
            return real.listSubjectKinds();
        }

        @Override
        public List<Indicator> listMeasured(String subjectKind) {
            return real.listMeasured(subjectKind);
        }
    }
}
