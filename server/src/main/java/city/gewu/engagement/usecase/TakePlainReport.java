package city.gewu.engagement.usecase;

import city.gewu.casework.ReportSource;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.usecase.TakeReport.NewReport;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes in a report from the page without a script. A browser without a script cannot work out a
/// sum, so such a report always waits until a person has looked at it.
@Component
public class TakePlainReport {

    private static final String NO_NONCE = "";

    private final TakeReport intake;
    private final Challenges challenges;
    private final UploadTray tray;

    TakePlainReport(TakeReport intake, Challenges challenges, UploadTray tray) {
        this.intake = intake;
        this.challenges = challenges;
        this.tray = tray;
    }

    /// A report as the form sent it.
    ///
    /// @param clientId made with the form: the form sent twice is one report
    /// @param position empty while no place was chosen
    public record Form(
            UUID clientId,
            Words words,
            Optional<Spot> position,
            FollowerContact contact,
            String language) {}

    /// A photo as the form brought it.
    public interface Photo {
        InputStream open() throws IOException;
    }

    /// Takes it in and holds it. Refused with `engagement.missing-place`,
    /// `engagement.missing-words`, and as a report and its photos are.
    ///
    /// @param address of the network it came from
    public SentReport take(Form form, List<Photo> photos, String address) throws IOException {
        var position =
                form.position()
                        .orElseThrow(() ->
                                new RefusedException(
                                        "engagement.missing-place",
                                        "The report has no place.",
                                        "Search for the place first and choose it."));
        if (form.words().description().isBlank()) {
            throw new RefusedException(
                    "engagement.missing-words",
                    "The report says nothing.",
                    "Write in a sentence what is wrong.");
        }
        FollowerContacts.check(form.contact());
        var challenge = challenges.forgo(address);
        var uploads = new ArrayList<UUID>();
        for (var photo : photos) {
            try (var bytes = photo.open()) {
                uploads.add(tray.put(challenge, NO_NONCE, bytes));
            }
        }
        return intake.take(
                new NewReport(
                        form.clientId(),
                        challenge,
                        NO_NONCE,
                        ReportSource.WEB,
                        form.words(),
                        position,
                        uploads,
                        form.contact(),
                        !form.contact().person().phone().isBlank(),
                        form.language()));
    }
}
