package city.gewu.casework.usecase;

import static city.gewu.casework.CityFixture.CHECKER;
import static city.gewu.casework.CityFixture.CLERK;
import static city.gewu.casework.CityFixture.DISPATCHER;
import static city.gewu.casework.CityFixture.GARDENER;
import static city.gewu.casework.CityFixture.HANDLER;
import static city.gewu.casework.CityFixture.SHIFT_LEAD;
import static city.gewu.casework.CityFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.AskSuspension;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.FailCheck;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.GrantSuspension;
import city.gewu.casework.CaseCommand.Merge;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.Resume;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseEvent;
import city.gewu.casework.CaseId;
import city.gewu.casework.CityFixture;
import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.database.TestDatabase;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.territory.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseworkTest {

    private LedgerFixture city;

    @BeforeEach
    void open() {
        city = new LedgerFixture(TestDatabase.fresh());
    }

    @AfterEach
    void close() throws InterruptedException {
        city.close();
    }

    @Test
    void aProblemBecomesACaseAndIsClosedAfterARework() {
        var id = dispatched();
        city.command(id, new TakeUp(), HANDLER);
        city.command(id, new ReportHandled("filled", List.of(photo('b'))), HANDLER);
        city.command(id, new RequestCheck(), CLERK);
        var again = city.clocks.forRework(file(id), city.clock.instant());
        city.command(id, new FailCheck("sinks", List.of(photo('c')), again), CHECKER);
        city.command(id, new ReportHandled("filled anew", List.of(photo('d'))), HANDLER);
        city.command(id, new RequestCheck(), CLERK);
        city.command(id, new PassCheck("", List.of(photo('e'))), CHECKER);
        city.command(id, new Close(""), SHIFT_LEAD);

        assertThat(city.state(id)).isEqualTo("Closed");
        assertThat(file(id).caseNo()).isEqualTo("JM20260302%06d".formatted(id.value()));
        assertThat(file(id).facts().photos().after()).containsExactly(photo('b'), photo('d'));
        assertThat(city.findings()).isEmpty();
        assertThat(city.published)
                .extracting(CaseEvent::kind)
                .containsExactly(
                        "reported",
                        "accepted",
                        "filed",
                        "dispatched",
                        "taken-up",
                        "handled",
                        "check-requested",
                        "check-failed",
                        "handled",
                        "check-requested",
                        "check-passed",
                        "closed");
        assertThat(city.published).extracting(CaseEvent::seq).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aSuspendedCaseGetsTheTimeBackThatItStoodStill() {
        var id = dispatched();
        var due = due(id);
        city.command(id, new AskSuspension("frost", LocalDate.of(2026, 4, 1)), HANDLER);
        city.command(id, new GrantSuspension(), SHIFT_LEAD);
        city.clock.turn(Duration.ofDays(9));
        var left = city.clocks.forResume(file(id), city.clock.instant());
        city.command(id, new Resume(left), SHIFT_LEAD);

        assertThat(due(id)).isEqualTo(due.plus(Duration.ofDays(9)));
        assertThat(city.state(id)).isEqualTo("Dispatched");
        assertThat(city.findings()).isEmpty();
    }

    @Test
    void whoWasSlowerIsTold() {
        var id = city.report();
        city.casework.command(id, 1, new Accept(), CLERK);

        var stale = refused(() -> city.casework.command(id, 1, new Accept(), CLERK));

        assertThat(stale.refusal().code()).isEqualTo("casework.stale");
        assertThat(stale.refusal().detail()).contains("(1)");
    }

    @Test
    void whatDoesNotExistIsRefused() {
        var id = city.report();

        assertThat(code(() -> city.casework.command(new CaseId(99), 1, new Accept(), CLERK)))
                .isEqualTo("casework.not-found");
        assertThat(code(() -> city.command(id, new Merge(new CaseId(99)), CLERK)))
                .isEqualTo("casework.unknown-case");
        city.command(id, new Accept(), CLERK);
        assertThat(code(() -> file(id, "E9999", "1"))).isEqualTo("casework.unknown-category");
        assertThat(code(() -> file(id, "E0113", "9"))).isEqualTo("casework.unknown-condition");
        file(id, "E0113", "1");
        assertThat(
                        code(() ->
                                city.command(
                                        id,
                                        new Dispatch("navy", List.of(), Optional.empty()),
                                        DISPATCHER)))
                .isEqualTo("casework.unknown-department");
        assertThat(code(() -> city.casework.report(CityFixture.problem(), HANDLER)))
                .isEqualTo("casework.not-allowed");
    }

    @Test
    void aProblemOutsideTheCityIsRefusedUnlessItsPlaceIsDeclared() {
        var outside = Optional.of(new Position(10, 10));

        assertThat(code(() -> report(outside, Optional.empty())))
                .isEqualTo("casework.outside-city");
        assertThat(code(() -> report(Optional.empty(), Optional.empty())))
                .isEqualTo("casework.missing-position");
        var id = report(outside, Optional.of(new Place(List.of("D1", "S2"))));
        assertThat(file(id).facts().places()).containsExactly("D1", "S2");
        assertThat(file(id).facts().flags()).containsExactly("position.outside-city");
    }

    @Test
    void theDeclaredPlaceIsThePlaceOfRecordAndADifferenceIsFlagged() {
        var west = Optional.of(new Position(112.1, 31));

        var id = report(west, Optional.of(new Place(List.of("D1", "S2"))));
        assertThat(file(id).facts().places()).containsExactly("D1", "S2");
        assertThat(file(id).facts().flags()).containsExactly("place.differs-from-position");

        var unplacedBelow = report(west, Optional.of(new Place(List.of("D1"))));
        assertThat(file(unplacedBelow).facts().places()).containsExactly("D1", "");
        assertThat(file(unplacedBelow).facts().flags()).isEmpty();
    }

    @Test
    void clocksSpeakUpOnceForEachSignalAndUnassignedCasesAtOnce() {
        var assigned = dispatched();
        var unassigned = city.report();
        city.command(unassigned, new Accept(), CLERK);
        file(unassigned, "E0113", "1");
        city.published.clear();
        assertThat(city.signals.raise()).isZero();

        city.clock.turn(Duration.ofMinutes(31));
        assertThat(city.signals.raise()).isEqualTo(1);
        assertThat(city.published.getLast().id()).isEqualTo(unassigned);
        assertThat(city.published.getLast().details()).containsEntry("signal", "escalation");

        city.clock.turn(Duration.ofHours(3));
        assertThat(city.signals.raise()).isEqualTo(1);
        assertThat(city.published.getLast().id()).isEqualTo(assigned);
        assertThat(city.published.getLast().details()).containsEntry("signal", "warning");
        assertThat(city.signals.raise()).isZero();

        city.clock.turn(Duration.ofDays(2));
        assertThat(city.signals.raise()).isEqualTo(1);
        assertThat(city.published.getLast().details()).containsEntry("signal", "escalation");
        assertThat(city.signals.raise()).isZero();
        assertThat(city.findings()).isEmpty();
    }

    @Test
    void aCaseIsGivenToAHandlerOfItsDepartmentOnly() {
        var id = dispatched();

        assertThat(
                        code(() ->
                                city.command(
                                        id, new CaseCommand.AssignInside(GARDENER.id()), HANDLER)))
                .isEqualTo("casework.no-colleague");
        assertThat(code(() -> city.command(id, new CaseCommand.AssignInside("nobody"), HANDLER)))
                .isEqualTo("casework.no-colleague");

        city.command(id, new CaseCommand.AssignInside(HANDLER.id()), HANDLER);
        assertThat(city.published.getLast().kind()).isEqualTo("assigned-inside");
        assertThat(city.findings()).isEmpty();
    }

    private CaseId dispatched() {
        var id = city.report();
        city.command(id, new Accept(), CLERK);
        file(id, "E0113", "1");
        var clock = city.clocks.forDispatch(file(id), city.clock.instant());
        assertThat(clock).isPresent();
        city.command(id, new Dispatch("roads", List.of(), clock), DISPATCHER);
        return id;
    }

    private void file(CaseId id, String category, String condition) {
        city.command(id, new File(category, Optional.of(condition)), SHIFT_LEAD);
    }

    private CaseId report(Optional<Position> position, Optional<Place> declared) {
        var usual = CityFixture.problem();
        return city.casework.report(
                new Problem(
                        usual.source(),
                        usual.category(),
                        usual.condition(),
                        usual.description(),
                        usual.address(),
                        position,
                        declared,
                        List.of(),
                        List.of()),
                CityFixture.SUPERVISOR);
    }

    private CaseFile file(CaseId id) {
        return city.ledger.find(id).orElseThrow().file();
    }

    private Instant due(CaseId id) {
        return ((Filed) file(id).state()).work().clock().deadline().orElseThrow().dueAt();
    }

    private static String code(Runnable action) {
        return refused(action).refusal().code();
    }

    private static PhotoId photo(char digit) {
        return new PhotoId(String.valueOf(digit).repeat(64));
    }
}
