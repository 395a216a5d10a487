package city.gewu.demo.usecase;

import city.gewu.casework.CaseId;
import city.gewu.demo.DemoSummary.FollowCode;
import city.gewu.demo.picture.StreetScene;
import city.gewu.demo.story.CitizenTelling;
import city.gewu.demo.story.CitizenTelling.Citizen;
import city.gewu.engagement.CitizenReports;
import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.patrol.Patrol;
import city.gewu.people.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Lets citizens report by the app, and the city go as far with each report as its story says. May
/// be made again and changes nothing.
@Component
class TellCitizens implements CitizenTelling.Camera {

    private final CitizenReports reports;
    private final Patrol patrol;
    private final Evidence evidence;
    private final PutOutPhotos photos;
    private final FollowCodesFile file;

    TellCitizens(
            CitizenReports reports,
            Patrol patrol,
            Evidence evidence,
            PutOutPhotos photos,
            FollowCodesFile file) {
        this.reports = reports;
        this.patrol = patrol;
        this.evidence = evidence;
        this.photos = photos;
        this.file = file;
    }

    @Override
    public byte[] found(String scene, int number) throws IOException {
        return StreetScene.draw(scene, number, true);
    }

    @Override
    public PhotoId putRight(String scene, int number) throws IOException {
        var jpeg = new ByteArrayInputStream(StreetScene.draw(scene, number, false));
        return evidence.keep(jpeg, Actor.system("demo"));
    }

    /// @return the codes that the reports are followed by
    List<FollowCode> tell(CitizenTelling telling) throws IOException {
        var codes = new ArrayList<FollowCode>();
        for (var citizen : telling.tell()) {
            var followed = reports.tell(citizen.sent(), citizen.steps());
            if (followed.caseId().isPresent()) {
                keep(citizen, followed.caseId().getAsLong());
            }
            codes.add(
                    new FollowCode(
                            followed.code(), citizen.stage().name().toLowerCase(Locale.ROOT)));
        }
        file.write(codes);
        return codes;
    }

    private void keep(Citizen citizen, long id) throws IOException {
        patrol.keepLooks(citizen.listLooks(new CaseId(id)));
        if (citizen.publisher().isPresent()) {
            photos.putOut(id, citizen.publisher().get());
        }
    }
}
