package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.DeadlineSignal;
import city.gewu.casework.CaseId;
import city.gewu.casework.CityFixture;
import city.gewu.casework.Position;
import city.gewu.casework.ReportSource;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.CaseState.Accepted;
import city.gewu.casework.model.CaseState.Appeal;
import city.gewu.casework.model.CaseState.Arbitration;
import city.gewu.casework.model.CaseState.Cancelled;
import city.gewu.casework.model.CaseState.Checking;
import city.gewu.casework.model.CaseState.Closed;
import city.gewu.casework.model.CaseState.Dispatched;
import city.gewu.casework.model.CaseState.FixedOnSpot;
import city.gewu.casework.model.CaseState.Handled;
import city.gewu.casework.model.CaseState.Handling;
import city.gewu.casework.model.CaseState.Merged;
import city.gewu.casework.model.CaseState.RefusedAcceptance;
import city.gewu.casework.model.CaseState.RefusedFiling;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.casework.model.CaseState.ToClose;
import city.gewu.casework.model.CaseState.ToDispatch;
import city.gewu.casework.model.CaseState.Verifying;
import city.gewu.casework.model.Facts.Photos;
import city.gewu.casework.model.Work.Request;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Cases for tests, one for each state a case can be in.
public final class CaseFiles {

    public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    public static final Instant NOW = START.plus(Duration.ofHours(2));
    public static final PhotoId PHOTO = new PhotoId("a".repeat(64));
    public static final Deadline CLOCK =
            new Deadline(
                    START,
                    START.plus(Duration.ofHours(4)),
                    START.plus(Duration.ofHours(3)),
                    Optional.of(new TimeLimit(4, LimitUnit.URGENT_HOUR)),
                    "2026-1");

    private CaseFiles() {}

    public static CaseFile in(CaseState state) {
        return new CaseFile(
                new CaseId(7),
                "JM20260302000007",
                Origin.LIVE,
                new Facts(
                        ReportSource.SUPERVISOR,
                        "E0113",
                        "1",
                        "路面坑槽,\"深\"\\{二十}\t厘米",
                        "天山路 12 号",
                        Optional.of(new Position(112.1, 31.01)),
                        List.of("D1", "S1"),
                        List.of("place.differs-from-position"),
                        new Photos(List.of(PHOTO), List.of(), List.of()),
                        CityFixture.SUPERVISOR.id(),
                        START),
                state);
    }

    public static Work toDispatch() {
        return Work.filed(START);
    }

    public static Work dispatched() {
        return toDispatch().dispatched("roads", List.of(), Optional.of(CLOCK), START);
    }

    public static Work handling() {
        return dispatched().takenUpBy(CityFixture.HANDLER.id());
    }

    public static Work handled() {
        return handling().handledBy(CityFixture.HANDLER.id(), NOW);
    }

    public static Work checked() {
        return handled().checkedBy(CityFixture.CHECKER.id(), NOW);
    }

    public static Work returnedTwice() {
        return dispatched()
                .returned()
                .dispatched("roads", List.of(), Optional.of(CLOCK), START)
                .returned();
    }

    private static Closed closed(Appeal appeal) {
        return new Closed(checked(), CLOCK.dueAt().plusSeconds(1), appeal);
    }

    public static CaseState state(String name) {
        return Objects.requireNonNull(everyState().get(name), name);
    }

    /// Named states that together cover every leaf of [CaseState], every request, every appeal.
    public static Map<String, CaseState> everyState() {
        var states = new LinkedHashMap<String, CaseState>();
        states.put("Reported", new Reported());
        states.put("Verifying", new Verifying());
        states.put("Accepted", new Accepted());
        states.put("ToDispatch", new ToDispatch(toDispatch()));
        states.put(
                "ToDispatch, cancellation asked",
                new ToDispatch(toDispatch().asking(new Request.Cancellation("double"))));
        states.put("Arbitration", new Arbitration(returnedTwice()));
        states.put("Dispatched", new Dispatched(dispatched()));
        states.put(
                "Dispatched after arbitration",
                new Dispatched(
                        returnedTwice().dispatched("roads", List.of(), Optional.of(CLOCK), START)));
        states.put(
                "Dispatched, no clock",
                new Dispatched(
                        toDispatch().dispatched("roads", List.of(), Optional.empty(), START)));
        states.put("Handling", new Handling(handling()));
        states.put(
                "Handling, assistance owed",
                new Handling(
                        toDispatch()
                                .dispatched("roads", List.of("parks"), Optional.of(CLOCK), START)
                                .takenUpBy(CityFixture.HANDLER.id())));
        states.put(
                "Handling, extension asked",
                new Handling(handling().asking(new Request.Extension("rain"))));
        states.put(
                "Handling, suspension asked",
                new Handling(
                        handling()
                                .asking(
                                        new Request.Suspension(
                                                "frost", LocalDate.of(2026, 4, 1)))));
        states.put(
                "Handling, cancellation asked",
                new Handling(handling().asking(new Request.Cancellation("double"))));
        states.put(
                "Handling, overdue",
                new Handling(
                        handling()
                                .with(
                                        CaseClock.started(
                                                Optional.of(
                                                        Deadline.given(
                                                                START, START.plusSeconds(60)))))));
        states.put(
                "Handling, overdue raised",
                new Handling(handling().with(handling().clock().raised(DeadlineSignal.OVERDUE))));
        states.put("Handled", new Handled(handled()));
        states.put("Checking", new Checking(handled()));
        states.put(
                "Handling, round 2",
                new Handling(handled().reworked("checker", Optional.of(CLOCK))));
        states.put("ToClose", new ToClose(checked()));
        states.put(
                "Suspended",
                new Suspended(new Handling(handling()), NOW, "frost", LocalDate.of(2026, 4, 1)));
        states.put("Closed", closed(Appeal.NONE));
        states.put("Closed, appeal lodged", closed(Appeal.LODGED));
        states.put("Closed, waived", closed(Appeal.WAIVED));
        states.put("Closed, upheld", closed(Appeal.UPHELD));
        states.put("FixedOnSpot", new FixedOnSpot(NOW));
        states.put("RefusedAcceptance", new RefusedAcceptance(NOW, "not ours"));
        states.put("RefusedFiling", new RefusedFiling(NOW, "not there"));
        states.put("Merged", new Merged(NOW, new CaseId(3), new Accepted(), ""));
        states.put("Cancelled, never filed", new Cancelled(NOW, "double", Optional.empty()));
        states.put("Cancelled", new Cancelled(NOW, "double", Optional.of(handled())));
        return states;
    }
}
