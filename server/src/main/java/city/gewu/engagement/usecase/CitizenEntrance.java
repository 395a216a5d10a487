package city.gewu.engagement.usecase;

import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.ReportSource;
import city.gewu.engagement.CitizenReports;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.usecase.TakeReport.NewReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The module's front door for a report that is made inside the program.
@Component
class CitizenEntrance implements CitizenReports {

    private final Challenges challenges;
    private final UploadTray tray;
    private final TakeReport intake;

    CitizenEntrance(Challenges challenges, UploadTray tray, TakeReport intake) {
        this.challenges = challenges;
        this.tray = tray;
        this.intake = intake;
    }

    @Override
    public Followed tell(Sent sent, List<Step> steps) throws IOException {
        var spot = new Spot(sent.longitude(), sent.latitude());
        var puzzle = challenges.give(sent.device(), sent.network(), Optional.of(spot));
        var nonce = puzzle.solve();
        var photos = new ArrayList<UUID>();
        for (var photo : sent.photos()) {
            photos.add(tray.put(puzzle.id(), nonce, new ByteArrayInputStream(photo)));
        }
        var kept =
                intake.takeTold(
                        new NewReport(
                                sent.clientId(),
                                puzzle.id(),
                                nonce,
                                ReportSource.CITIZEN_APP,
                                new Words(sent.category(), sent.description(), sent.place()),
                                spot,
                                photos,
                                FollowerContact.NONE,
                                false,
                                "zh"),
                        sent.at(),
                        steps);
        return followed(kept);
    }

    private static Followed followed(SentReport kept) {
        return new Followed(kept.code().shown(), kept.caseId());
    }
}
