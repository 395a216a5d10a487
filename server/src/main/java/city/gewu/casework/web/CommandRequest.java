package city.gewu.casework.web;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Appeal;
import city.gewu.casework.CaseCommand.Arbitrate;
import city.gewu.casework.CaseCommand.AskCancellation;
import city.gewu.casework.CaseCommand.AskExtension;
import city.gewu.casework.CaseCommand.AskSuspension;
import city.gewu.casework.CaseCommand.AssignInside;
import city.gewu.casework.CaseCommand.Cancel;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.DecideAppeal;
import city.gewu.casework.CaseCommand.DeclineRequest;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.FailCheck;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.FixOnSpot;
import city.gewu.casework.CaseCommand.GrantExtension;
import city.gewu.casework.CaseCommand.GrantSuspension;
import city.gewu.casework.CaseCommand.IssueSupervisionOrder;
import city.gewu.casework.CaseCommand.Merge;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.CaseCommand.RefuseFiling;
import city.gewu.casework.CaseCommand.ReportAssisted;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.ReportVerification;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.RequestVerification;
import city.gewu.casework.CaseCommand.Resume;
import city.gewu.casework.CaseCommand.ReturnToDispatcher;
import city.gewu.casework.CaseCommand.Split;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseCommand.Urge;
import city.gewu.casework.CaseId;
import city.gewu.casework.RefusalGround;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.usecase.CommandClocks;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.platform.RefusedException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A command as JSON: its name, the version the person saw, and the fields that command asks for. A
/// clock is never sent; the server computes it.
record CommandRequest(
        @NotBlank String command,
        @Positive int version,
        @Nullable @Size(max = 2000) String reason,
        @Nullable RefusalGround ground,
        @Nullable @Size(max = 2000) String answer,
        @Nullable @Size(max = 2000) String note,
        @Nullable @Size(max = 2000) String message,
        @Nullable @Size(max = 4000) String record,
        @Nullable String department,
        @Nullable String handler,
        @Nullable @Size(max = 20) List<String> assisting,
        @Nullable @Size(max = 20) List<String> photos,
        @Nullable @Size(max = 20) List<String> after,
        @Nullable Long into,
        @Nullable String category,
        @Nullable String condition,
        @Nullable Boolean confirmed,
        @Nullable Boolean waived,
        @Nullable LocalDate reviewOn,
        @Nullable Limit limit) {

    record Limit(@Positive int amount, @NotBlank String unit) {}

    /// The command for the case as it stands now.
    CaseCommand toCommand(CaseFile file, CommandClocks clocks, Instant now) {
        return switch (command) {
            case "fix-on-spot" -> new FixOnSpot(ids(after));
            case "request-verification" -> new RequestVerification();
            case "report-verification" ->
                    new ReportVerification(
                            required("confirmed", confirmed), text(note), ids(photos));
            case "accept" -> new Accept();
            case "refuse-acceptance" ->
                    new RefuseAcceptance(required("ground", ground), text(answer));
            case "merge" -> new Merge(new CaseId(required("into", into)));
            case "split" -> new Split(text(reason));
            case "file" -> new File(required("category", category), given(condition));
            case "refuse-filing" -> new RefuseFiling(required("ground", ground), text(answer));
            case "dispatch" ->
                    new Dispatch(
                            required("department", department),
                            assisting == null ? List.of() : assisting,
                            clocks.forDispatch(file, now));
            case "take-up" -> new TakeUp();
            case "assign-inside" -> new AssignInside(required("handler", handler));
            case "return-to-dispatcher" -> new ReturnToDispatcher(text(reason));
            case "arbitrate" ->
                    new Arbitrate(
                            required("department", department),
                            clocks.forDispatch(file, now),
                            text(record));
            case "report-assisted" ->
                    new ReportAssisted(required("department", department), text(note));
            case "report-handled" -> new ReportHandled(text(note), ids(after));
            case "request-check" -> new RequestCheck();
            case "pass-check" -> new PassCheck(text(note), ids(photos));
            case "fail-check" ->
                    new FailCheck(text(reason), ids(photos), clocks.forRework(file, now));
            case "close" -> new Close(text(note));
            case "ask-extension" -> new AskExtension(text(reason));
            case "grant-extension" -> new GrantExtension(clocks.forExtension(file, timeLimit()));
            case "ask-suspension" ->
                    new AskSuspension(text(reason), required("reviewOn", reviewOn));
            case "grant-suspension" -> new GrantSuspension();
            case "resume" -> new Resume(clocks.forResume(file, now));
            case "decline-request" -> new DeclineRequest(text(reason));
            case "ask-cancellation" -> new AskCancellation(text(reason));
            case "cancel" -> new Cancel(text(reason));
            case "urge" -> new Urge(text(message));
            case "issue-supervision-order" -> new IssueSupervisionOrder(text(message));
            case "appeal" -> new Appeal(text(reason));
            case "decide-appeal" -> new DecideAppeal(required("waived", waived), text(reason));
            default ->
                    throw new RefusedException(
                            "casework.unknown-command",
                            "There is no command (%s).".formatted(command),
                            "Give one of the commands the case lists.");
        };
    }

    private TimeLimit timeLimit() {
        var given = required("limit", limit);
        try {
            return new TimeLimit(
                    given.amount(), LimitUnit.valueOf(given.unit().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    "casework.bad-limit",
                    "The limit (%d %s) has no known unit.".formatted(given.amount(), given.unit()),
                    "Use WORK_HOUR, URGENT_HOUR, WORK_DAY or URGENT_DAY.");
        }
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new RefusedException(
                    "casework.missing-field",
                    "The command (%s) asks for (%s).".formatted(command, name),
                    "Fill it in and send it again.");
        }
        return value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static List<PhotoId> ids(@Nullable List<String> photos) {
        return photos == null ? List.of() : photos.stream().map(PhotoId::new).toList();
    }
}
