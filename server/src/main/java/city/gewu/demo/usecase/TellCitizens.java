package city.gewu.demo.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.Casework;
import city.gewu.casework.FieldCases;
import city.gewu.demo.DemoSummary.FollowCode;
import city.gewu.demo.story.CitizenTelling;
import city.gewu.demo.story.CitizenTelling.Citizen;
import city.gewu.engagement.CitizenReports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Lets citizens report by the app, and the city go as far with each report as its story says. May
/// be made again and changes nothing.
@Component
class TellCitizens {

    private final CitizenReports reports;
    private final Casework casework;
    private final FieldCases cases;
    private final FollowCodesFile file;

    TellCitizens(
            CitizenReports reports, Casework casework, FieldCases cases, FollowCodesFile file) {
        this.reports = reports;
        this.casework = casework;
        this.cases = cases;
        this.file = file;
    }

    /// @return the codes that the reports are followed by
    List<FollowCode> tell(CitizenTelling telling) throws IOException {
        var codes = new ArrayList<FollowCode>();
        for (var citizen : telling.tell()) {
            var followed = reports.report(citizen.sent());
            followed.caseId().ifPresent(id -> move(new CaseId(id), citizen));
            codes.add(
                    new FollowCode(
                            followed.code(), citizen.stage().name().toLowerCase(Locale.ROOT)));
        }
        file.write(codes);
        return codes;
    }

    /// Each move leads from one version to the next, so those that were made before are left out.
    private void move(CaseId id, Citizen citizen) {
        var moves = citizen.moves();
        int version = cases.findCase(id).orElseThrow().version();
        while (version <= moves.size()) {
            var move = moves.get(version - 1);
            version = casework.command(id, version, move.command(), move.actor());
        }
    }
}
