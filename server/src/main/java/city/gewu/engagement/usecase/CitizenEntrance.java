package city.gewu.engagement.usecase;

import city.gewu.casework.ReportSource;
import city.gewu.engagement.CitizenReports;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.usecase.TakeReport.NewReport;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The module's front door for a report that is made inside the program.
@Component
class CitizenEntrance implements CitizenReports {

    private final Challenges challenges;
    private final TakeReport intake;

    CitizenEntrance(Challenges challenges, TakeReport intake) {
        this.challenges = challenges;
        this.intake = intake;
    }

    @Override
    public Followed report(Sent sent) {
        var spot = new Spot(sent.longitude(), sent.latitude());
        var puzzle = challenges.give(sent.device(), sent.network(), Optional.of(spot));
        var kept =
                intake.take(
                        new NewReport(
                                sent.clientId(),
                                puzzle.id(),
                                puzzle.solve(),
                                ReportSource.CITIZEN_APP,
                                new Words(sent.category(), sent.description(), sent.place()),
                                spot,
                                List.of(),
                                FollowerContact.NONE,
                                false,
                                "zh"));
        return followed(kept);
    }

    private static Followed followed(SentReport kept) {
        return new Followed(kept.code().shown(), kept.caseId());
    }
}
