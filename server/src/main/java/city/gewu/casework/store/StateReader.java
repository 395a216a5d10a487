package city.gewu.casework.store;

import city.gewu.casework.CaseCommand.DeadlineSignal;
import city.gewu.casework.CaseId;
import city.gewu.casework.model.CaseClock;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.CaseState.Accepted;
import city.gewu.casework.model.CaseState.Appeal;
import city.gewu.casework.model.CaseState.Arbitration;
import city.gewu.casework.model.CaseState.AtDepartment;
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
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.casework.model.CaseState.Verifying;
import city.gewu.casework.model.Work;
import city.gewu.casework.model.Work.Assistance;
import city.gewu.casework.model.Work.Duty;
import city.gewu.casework.model.Work.Milestones;
import city.gewu.casework.model.Work.Request;
import city.gewu.casework.model.Work.Tally;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.worktime.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Columns as a state again.
final class StateReader {

    private StateReader() {}

    static CaseState read(CaseRow row) {
        var state = row.text(CaseColumn.STATE);
        return switch (state) {
            case "REPORTED" -> new Reported();
            case "VERIFYING" -> new Verifying();
            case "ACCEPTED" -> new Accepted();
            case "TO_DISPATCH" -> new ToDispatch(work(row));
            case "ARBITRATION" -> new Arbitration(work(row));
            case "DISPATCHED", "HANDLING" -> atDepartment(state, row);
            case "HANDLED" -> new Handled(work(row));
            case "CHECKING" -> new Checking(work(row));
            case "TO_CLOSE" -> new ToClose(work(row));
            case "SUSPENDED" ->
                    new Suspended(
                            atDepartment(row.text(CaseColumn.PREVIOUS_STATE), row),
                            row.moment(CaseColumn.SUSPENDED_AT),
                            row.text(CaseColumn.REQUEST_REASON),
                            row.find(CaseColumn.REVIEW_ON, LocalDate.class).orElseThrow());
            case "CLOSED" -> new Closed(work(row), endedAt(row), appeal(row));
            case "FIXED_ON_SPOT" -> new FixedOnSpot(endedAt(row));
            case "REFUSED_ACCEPTANCE" -> new RefusedAcceptance(endedAt(row), reason(row));
            case "REFUSED_FILING" -> new RefusedFiling(endedAt(row), reason(row));
            case "MERGED" ->
                    new Merged(
                            endedAt(row),
                            new CaseId(row.find(CaseColumn.MERGED_INTO, Long.class).orElseThrow()),
                            unfiled(row),
                            row.text(CaseColumn.REASON));
            case "CANCELLED" ->
                    new Cancelled(
                            endedAt(row),
                            reason(row),
                            row.find(CaseColumn.FILED_AT, Instant.class).map(_ -> work(row)));
            default -> throw unknown(row, "state", state);
        };
    }

    /// A case merged before this was kept stands as reported.
    private static Unfiled unfiled(CaseRow row) {
        var state = row.text(CaseColumn.PREVIOUS_STATE);
        return switch (state) {
            case "", "REPORTED" -> new Reported();
            case "VERIFYING" -> new Verifying();
            case "ACCEPTED" -> new Accepted();
            default -> throw unknown(row, "state before merging", state);
        };
    }

    private static AtDepartment atDepartment(String state, CaseRow row) {
        return switch (state) {
            case "DISPATCHED" -> new Dispatched(work(row));
            case "HANDLING" -> new Handling(work(row));
            default -> throw unknown(row, "state before suspension", state);
        };
    }

    private static Instant endedAt(CaseRow row) {
        return row.moment(CaseColumn.ENDED_AT);
    }

    private static String reason(CaseRow row) {
        return row.text(CaseColumn.REASON);
    }

    private static Appeal appeal(CaseRow row) {
        var appeal = row.text(CaseColumn.APPEAL);
        return appeal.isEmpty() ? Appeal.NONE : Appeal.valueOf(appeal);
    }

    private static Work work(CaseRow row) {
        var assisted = row.texts(CaseColumn.ASSISTED);
        var assisting =
                row.texts(CaseColumn.ASSISTING).stream()
                        .map(code -> new Assistance(code, assisted.contains(code)))
                        .toList();
        return new Work(
                new Duty(
                        row.text(CaseColumn.DEPARTMENT),
                        assisting,
                        row.text(CaseColumn.HANDLER),
                        row.text(CaseColumn.CHECKER)),
                clock(row),
                new Tally(
                        (int) row.number(CaseColumn.ROUND),
                        (int) row.number(CaseColumn.RETURNS),
                        (int) row.number(CaseColumn.EXTENSIONS),
                        (int) row.number(CaseColumn.FAILED_CHECKS)),
                request(row),
                new Milestones(
                        row.moment(CaseColumn.FILED_AT),
                        row.find(CaseColumn.DISPATCHED_AT, Instant.class),
                        row.find(CaseColumn.HANDLED_AT, Instant.class),
                        row.find(CaseColumn.CHECKED_AT, Instant.class)));
    }

    private static CaseClock clock(CaseRow row) {
        var signal = row.text(CaseColumn.SIGNAL);
        return new CaseClock(
                row.find(CaseColumn.DUE_AT, Instant.class)
                        .map(due ->
                                new Deadline(
                                        row.moment(CaseColumn.CLOCK_START_AT),
                                        due,
                                        row.moment(CaseColumn.WARN_AT),
                                        limit(row),
                                        row.text(CaseColumn.CALENDAR))),
                row.find(CaseColumn.FIRST_DUE_AT, Instant.class),
                signal.isEmpty() ? Optional.empty() : Optional.of(DeadlineSignal.valueOf(signal)));
    }

    private static Optional<TimeLimit> limit(CaseRow row) {
        return row.find(CaseColumn.LIMIT_AMOUNT, Long.class)
                .map(amount ->
                        new TimeLimit(
                                amount.intValue(),
                                LimitUnit.valueOf(row.text(CaseColumn.LIMIT_UNIT))));
    }

    private static Optional<Request> request(CaseRow row) {
        var reason = row.text(CaseColumn.REQUEST_REASON);
        return switch (row.text(CaseColumn.REQUEST)) {
            case "" -> Optional.empty();
            case "EXTENSION" -> Optional.of(new Request.Extension(reason));
            case "CANCELLATION" -> Optional.of(new Request.Cancellation(reason));
            case "SUSPENSION" ->
                    Optional.of(
                            new Request.Suspension(
                                    reason,
                                    row.find(CaseColumn.REVIEW_ON, LocalDate.class).orElseThrow()));
            case String unknown -> throw unknown(row, "request", unknown);
        };
    }

    private static IllegalStateException unknown(CaseRow row, String what, String value) {
        return new IllegalStateException(
                "Case (%d) has an unknown %s (%s)."
                        .formatted(row.number(CaseColumn.CASE_ID), what, value));
    }
}
