package city.gewu.engagement;

import city.gewu.casework.CaseStory.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// What people report without an account (市民上报).
public interface CitizenReports {

    /// Brings in what somebody reported with the citizens' app some time ago, a sum worked out
    /// first, and what the city did with it since, each step at its own moment: once for each id,
    /// however often it is told. Refused as a report of the app is, and as a step is.
    Followed tell(Sent sent, List<Step> steps) throws IOException;

    /// A report as it left a phone.
    ///
    /// @param clientId made on the phone
    /// @param device what the phone calls itself
    /// @param network address it comes from
    /// @param longitude WGS84 degrees, as is `latitude`
    /// @param place how its sender names the place
    /// @param category code of a minor category, or empty text when none was chosen
    /// @param photos JPEG or PNG
    record Sent(
            UUID clientId,
            Instant at,
            String device,
            String network,
            double longitude,
            double latitude,
            String place,
            String category,
            String description,
            List<byte[]> photos) {

        public Sent {
            photos = List.copyOf(photos);
        }
    }

    /// @param code that its sender follows it by; whoever has it may
    /// @param caseId empty while somebody has to look at the report first
    record Followed(String code, OptionalLong caseId) {}
}
