package city.gewu.casework.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.casework.CaseId;
import city.gewu.casework.CityFixture;
import city.gewu.casework.ReporterContact;
import city.gewu.casework.usecase.AnswerOnce.Request;
import city.gewu.database.TestDatabase;
import city.gewu.platform.RefusedException;
import city.gewu.privacy.DataKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// What breaks off half way, around a real database.
class BrokenOffTest {

    private final Deque<Runnable> faults = new ArrayDeque<>();
    private final LedgerFixture city =
            new LedgerFixture(
                    new DelegatingDataSource(TestDatabase.fresh()) {
                        @Override
                        public Connection getConnection() throws SQLException {
                            if (!faults.isEmpty()) {
                                faults.remove().run();
                            }
                            return super.getConnection();
                        }
                    });

    @AfterEach
    void close() throws InterruptedException {
        city.close();
    }

    @Test
    @Timeout(120)
    void oneCommandThatTakesAllMemoryDoesNotEndTheLedgerForTheOthers() {
        city.report();
        faults.add(() -> {
            throw new ConcurrencyFailureException("somebody was quicker");
        });
        faults.add(() -> {
            throw new StackOverflowError();
        });
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(city::report)
                .withRootCauseInstanceOf(StackOverflowError.class);
        assertThat(faults).isEmpty();
        assertThat(city.state(city.report())).isEqualTo("Reported");
    }

    @Test
    void whoReportedIsNotForgottenWhenTheCaseWasWrittenAndSomethingBrokeAfterwards() {
        city.listener =
                _ -> {
                    throw new IllegalStateException("a listener broke");
                };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        city.casework.report(
                                CityFixture.problem(),
                                Optional.of(new ReporterContact("甲", "12000000009")),
                                CityFixture.SUPERVISOR));
        var id = new CaseId(city.count("select max(case_id) from casework.case_file"));
        assertThat(city.vault.find(DataKind.REPORTER, Long.toString(id.value()))).isPresent();
    }

    @Test
    void aWishThatBrokeAfterItWasCarriedOutIsNotCarriedOutAgainUnderItsKey() {
        var once = new AnswerOnce(city.stores.requests(), city.clock);
        var request = new Request(UUID.randomUUID(), CityFixture.SUPERVISOR, "a lamp is out");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        once.answer(
                                request,
                                () -> {
                                    city.report();
                                    throw new IllegalStateException("the answer was lost");
                                },
                                _ -> Optional.empty()));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> once.answer(request, this::reportAgain, _ -> Optional.empty()))
                .satisfies(
                        e -> assertThat(e.refusal().code()).isEqualTo("casework.idempotency-busy"));
        city.clock.turn(Duration.ofMinutes(2));
        assertThat(once.answer(request, this::reportAgain, _ -> Optional.of("the first one")))
                .isEqualTo("the first one");
        assertThat(city.count("select count(*) from casework.case_file")).isEqualTo(1);
    }

    private String reportAgain() {
        return "case " + city.report().value();
    }
}
