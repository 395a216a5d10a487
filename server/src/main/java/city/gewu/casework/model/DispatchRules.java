package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.Arbitrate;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.ReturnToDispatcher;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.model.CaseState.AfterHandling;
import city.gewu.casework.model.CaseState.Arbitration;
import city.gewu.casework.model.CaseState.AtDepartment;
import city.gewu.casework.model.CaseState.Dispatched;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Handling;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.casework.model.CaseState.ToDispatch;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.platform.Decision;
import city.gewu.platform.Refusal;
import city.gewu.worktime.Deadline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Who must handle it (派遣、签收、退件、裁定).
final class DispatchRules {

    /// Departments may send a case back this often; then somebody decides, and it stays.
    static final int RETURNS = 2;

    private DispatchRules() {}

    static Decision<CaseFile, Happening> dispatch(Turn turn, Dispatch command) {
        return switch (turn.state()) {
            case ToDispatch(var work) ->
                    findFault(command.department(), command.assisting(), command.deadline())
                            .<Decision<CaseFile, Happening>>map(Decision.Refused::new)
                            .orElseGet(() ->
                                    turn.to(
                                            new Dispatched(
                                                    work.dispatched(
                                                            command.department(),
                                                            command.assisting(),
                                                            command.deadline(),
                                                            turn.by().now())),
                                            clocked(
                                                    Happening.of("dispatched")
                                                            .with(
                                                                    "department",
                                                                    command.department())
                                                            .with(
                                                                    "assisting",
                                                                    String.join(
                                                                            " ",
                                                                            command.assisting())),
                                                    command.deadline())));
            case Arbitration(var work) ->
                    Decision.refused(
                            "casework.needs-arbitration",
                            "Departments sent the case back (%d) times."
                                    .formatted(work.tally().returns()),
                            "Hold the coordination meeting and arbitrate, with its record.");
            case Unfiled _, AtDepartment _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> arbitrate(Turn turn, Arbitrate command) {
        return switch (turn.state()) {
            case Arbitration _ when command.record().isBlank() -> Turn.missingReason(command);
            case Arbitration(var work) ->
                    findFault(command.department(), List.of(), command.deadline())
                            .<Decision<CaseFile, Happening>>map(Decision.Refused::new)
                            .orElseGet(() ->
                                    turn.to(
                                            new Dispatched(
                                                    work.dispatched(
                                                            command.department(),
                                                            List.of(),
                                                            command.deadline(),
                                                            turn.by().now())),
                                            clocked(
                                                    Happening.of("arbitrated")
                                                            .with(
                                                                    "department",
                                                                    command.department())
                                                            .with("record", command.record()),
                                                    command.deadline())));
            case Unfiled _,
                    ToDispatch _,
                    AtDepartment _,
                    AfterHandling _,
                    Suspended _,
                    Finished _ ->
                    turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> takeUp(Turn turn, TakeUp command) {
        return switch (turn.state()) {
            case Dispatched _ when turn.byFinder() -> turn.samePerson("handler", "finder");
            case Dispatched(var work) ->
                    turn.to(
                            new Handling(work.takenUpBy(turn.by().actor().id())),
                            Happening.of("taken-up"));
            case Unfiled _,
                    CaseState.ToAssign _,
                    Handling _,
                    AfterHandling _,
                    Suspended _,
                    Finished _ ->
                    turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> returnToDispatcher(Turn turn, ReturnToDispatcher command) {
        return switch (turn.state()) {
            case Dispatched _ when command.reason().isBlank() -> Turn.missingReason(command);
            case Dispatched(var work) when work.tally().returns() >= RETURNS ->
                    Decision.refused(
                            "casework.binding-dispatch",
                            "The dispatch followed an arbitration after (%d) returns."
                                    .formatted(work.tally().returns()),
                            "Take the case up; what it costs can be settled afterwards.");
            case Dispatched(var work) ->
                    turn.to(unassigned(work.returned()), returned(command, work));
            case Handling _ ->
                    Decision.refused(
                            "casework.handling-started",
                            "The department took the case up already.",
                            "Report it handled, or ask for an extension or a suspension.");
            case Unfiled _, CaseState.ToAssign _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    private static Happening returned(ReturnToDispatcher command, Work before) {
        return Happening.of("returned")
                .with("reason", command.reason())
                .with("department", before.duty().department());
    }

    private static Filed unassigned(Work work) {
        return work.tally().returns() >= RETURNS ? new Arbitration(work) : new ToDispatch(work);
    }

    private static Optional<Refusal> findFault(
            String department, List<String> assisting, Optional<Deadline> deadline) {
        if (department.isBlank()) {
            return Optional.of(
                    new Refusal(
                            "casework.missing-department",
                            "No department was named.",
                            "Choose the department that must handle the case."));
        }
        if (assisting.contains(department)
                || new HashSet<>(assisting).size() < assisting.size()
                || assisting.contains("")) {
            return Optional.of(
                    new Refusal(
                            "casework.bad-assisting",
                            "Assisting departments (%s) must differ from each other and from the lead (%s)."
                                    .formatted(String.join(", ", assisting), department),
                            "Name each department once."));
        }
        return deadline.flatMap(DispatchRules::findFault);
    }

    /// A clock that was computed runs forwards; one that another system gave is kept as it says.
    static Optional<Refusal> findFault(Deadline deadline) {
        return deadline.limit().isPresent() && !deadline.dueAt().isAfter(deadline.startAt())
                ? Optional.of(
                        new Refusal(
                                "casework.bad-deadline",
                                "The clock would end (%s) before it starts (%s)."
                                        .formatted(deadline.dueAt(), deadline.startAt()),
                                "Compute the clock again from the calendar in force."))
                : Optional.empty();
    }

    static Happening clocked(Happening happening, Optional<Deadline> deadline) {
        return deadline.map(d ->
                        happening
                                .with("due", d.dueAt().toString())
                                .with(
                                        "limit",
                                        d.limit().map(l -> l.amount() + " " + l.unit()).orElse(""))
                                .with("calendar", d.calendar()))
                .orElse(happening);
    }

    /// A case that has a clock gets the next one, never none.
    static boolean lacksClock(Work work, Optional<Deadline> next) {
        return work.clock().deadline().isPresent() && next.isEmpty();
    }
}
