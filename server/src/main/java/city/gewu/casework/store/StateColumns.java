package city.gewu.casework.store;

import city.gewu.casework.CaseCommand.DeadlineSignal;
import city.gewu.casework.model.CaseClock;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.CaseState.Accepted;
import city.gewu.casework.model.CaseState.Appeal;
import city.gewu.casework.model.CaseState.Arbitration;
import city.gewu.casework.model.CaseState.Cancelled;
import city.gewu.casework.model.CaseState.Checking;
import city.gewu.casework.model.CaseState.Closed;
import city.gewu.casework.model.CaseState.Dispatched;
import city.gewu.casework.model.CaseState.Filed;
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
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.casework.model.CaseState.Verifying;
import city.gewu.casework.model.DeadlineWatch;
import city.gewu.casework.model.Work;
import city.gewu.casework.model.Work.Assistance;
import city.gewu.casework.model.Work.Request;
import java.time.Instant;

/// A state as columns. Columns a state has no use for keep their empty value.
final class StateColumns {

    private StateColumns() {}

    static void write(CaseState state, CaseRow row) {
        row.set(CaseColumn.STATE, name(state));
        DeadlineWatch.nextAt(state).ifPresent(at -> row.set(CaseColumn.SIGNAL_AT, at));
        switch (state) {
            case Unfiled _ -> {}
            case Suspended suspended -> suspended(suspended, row);
            case Filed filed -> work(filed.work(), row);
            case Closed closed -> closed(closed, row);
            case FixedOnSpot(var at) -> ended(at, row);
            case RefusedAcceptance(var at, var reason) ->
                    ended(at, row).set(CaseColumn.REASON, reason);
            case RefusedFiling(var at, var reason) -> ended(at, row).set(CaseColumn.REASON, reason);
            case Merged(var at, var into, var before, var told) ->
                    ended(at, row)
                            .set(CaseColumn.MERGED_INTO, into.value())
                            .set(CaseColumn.PREVIOUS_STATE, name(before))
                            .set(CaseColumn.REASON, told);
            case Cancelled(var at, var reason, var work) -> {
                ended(at, row).set(CaseColumn.REASON, reason);
                work.ifPresent(w -> work(w, row));
            }
        }
    }

    static String name(CaseState state) {
        return switch (state) {
            case Reported _ -> "REPORTED";
            case Verifying _ -> "VERIFYING";
            case Accepted _ -> "ACCEPTED";
            case ToDispatch _ -> "TO_DISPATCH";
            case Arbitration _ -> "ARBITRATION";
            case Dispatched _ -> "DISPATCHED";
            case Handling _ -> "HANDLING";
            case Handled _ -> "HANDLED";
            case Checking _ -> "CHECKING";
            case ToClose _ -> "TO_CLOSE";
            case Suspended _ -> "SUSPENDED";
            case Closed _ -> "CLOSED";
            case FixedOnSpot _ -> "FIXED_ON_SPOT";
            case RefusedAcceptance _ -> "REFUSED_ACCEPTANCE";
            case RefusedFiling _ -> "REFUSED_FILING";
            case Merged _ -> "MERGED";
            case Cancelled _ -> "CANCELLED";
        };
    }

    private static void suspended(Suspended suspended, CaseRow row) {
        work(suspended.work(), row);
        row.set(CaseColumn.PREVIOUS_STATE, name(suspended.before()))
                .set(CaseColumn.SUSPENDED_AT, suspended.since())
                .set(CaseColumn.REQUEST_REASON, suspended.reason())
                .set(CaseColumn.REVIEW_ON, suspended.reviewOn());
    }

    private static void closed(Closed closed, CaseRow row) {
        work(closed.work(), row);
        ended(closed.at(), row)
                .set(
                        CaseColumn.APPEAL,
                        closed.appeal() == Appeal.NONE ? "" : closed.appeal().name())
                .set(CaseColumn.WAIVED, closed.appeal() == Appeal.WAIVED);
    }

    private static CaseRow ended(Instant at, CaseRow row) {
        return row.set(CaseColumn.ENDED_AT, at);
    }

    private static void work(Work work, CaseRow row) {
        var duty = work.duty();
        row.set(CaseColumn.DEPARTMENT, duty.department())
                .set(
                        CaseColumn.ASSISTING,
                        duty.assisting().stream().map(Assistance::department).toList())
                .set(
                        CaseColumn.ASSISTED,
                        duty.assisting().stream()
                                .filter(Assistance::done)
                                .map(Assistance::department)
                                .toList())
                .set(CaseColumn.HANDLER, duty.handler())
                .set(CaseColumn.CHECKER, duty.checker());
        row.set(CaseColumn.ROUND, work.tally().round())
                .set(CaseColumn.RETURNS, work.tally().returns())
                .set(CaseColumn.EXTENSIONS, work.tally().extensions())
                .set(CaseColumn.FAILED_CHECKS, work.tally().failedChecks());
        clock(work.clock(), row);
        work.request().ifPresent(request -> request(request, row));
        var milestones = work.milestones();
        row.set(CaseColumn.FILED_AT, milestones.filedAt());
        milestones.dispatchedAt().ifPresent(at -> row.set(CaseColumn.DISPATCHED_AT, at));
        milestones.handledAt().ifPresent(at -> row.set(CaseColumn.HANDLED_AT, at));
        milestones.checkedAt().ifPresent(at -> row.set(CaseColumn.CHECKED_AT, at));
    }

    private static void clock(CaseClock clock, CaseRow row) {
        clock.deadline()
                .ifPresent(deadline -> {
                    row.set(CaseColumn.CLOCK_START_AT, deadline.startAt())
                            .set(CaseColumn.DUE_AT, deadline.dueAt())
                            .set(CaseColumn.WARN_AT, deadline.warnAt())
                            .set(CaseColumn.CALENDAR, deadline.calendar());
                    deadline.limit()
                            .ifPresent(limit ->
                                    row.set(CaseColumn.LIMIT_AMOUNT, limit.amount())
                                            .set(CaseColumn.LIMIT_UNIT, limit.unit().name()));
                });
        clock.firstDueAt().ifPresent(at -> row.set(CaseColumn.FIRST_DUE_AT, at));
        row.set(CaseColumn.SIGNAL, clock.signal().map(DeadlineSignal::name).orElse(""));
    }

    private static void request(Request request, CaseRow row) {
        row.set(CaseColumn.REQUEST_REASON, request.reason());
        switch (request) {
            case Request.Extension _ -> row.set(CaseColumn.REQUEST, "EXTENSION");
            case Request.Cancellation _ -> row.set(CaseColumn.REQUEST, "CANCELLATION");
            case Request.Suspension(_, var reviewOn) ->
                    row.set(CaseColumn.REQUEST, "SUSPENSION").set(CaseColumn.REVIEW_ON, reviewOn);
        }
    }
}
