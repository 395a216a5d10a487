package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseId;
import city.gewu.casework.CaseStory;
import city.gewu.casework.Casework;
import city.gewu.casework.Problem;
import city.gewu.casework.ReporterContact;
import city.gewu.casework.StoryOutcome;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.people.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The module's front door: each question goes to the use case of its own.
@Component
class CaseworkEntrance implements Casework {

    private final ReportProblem reportProblem;
    private final GiveCommand giveCommand;
    private final AppendStories appendStories;
    private final VerifyLedger verifyLedger;
    private final SealDays sealDays;

    CaseworkEntrance(
            ReportProblem reportProblem,
            GiveCommand giveCommand,
            AppendStories appendStories,
            VerifyLedger verifyLedger,
            SealDays sealDays) {
        this.reportProblem = reportProblem;
        this.giveCommand = giveCommand;
        this.appendStories = appendStories;
        this.verifyLedger = verifyLedger;
        this.sealDays = sealDays;
    }

    @Override
    public CaseId report(Problem problem, Optional<ReporterContact> contact, Actor actor) {
        return reportProblem.report(problem, contact, actor);
    }

    @Override
    public CaseId reportOnce(
            String origin,
            String originId,
            Problem problem,
            Optional<ReporterContact> contact,
            Actor actor) {
        return reportProblem.reportOnce(new Origin(origin, originId), problem, contact, actor);
    }

    @Override
    public void checkAnswers(String category, Map<String, String> answers) {
        reportProblem.checkAnswers(category, answers);
    }

    @Override
    public int command(CaseId id, int version, CaseCommand command, Actor actor) {
        return giveCommand.command(id, version, command, actor);
    }

    @Override
    public List<StoryOutcome> append(List<CaseStory> stories) {
        return appendStories.append(stories);
    }

    @Override
    public Verification verify(Consumer<String> findings) {
        return verifyLedger.verify(findings);
    }

    @Override
    public int sealFinishedDays() {
        return sealDays.sealFinishedDays();
    }
}
