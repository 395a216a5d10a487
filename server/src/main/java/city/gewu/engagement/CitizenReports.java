package city.gewu.engagement;

import java.util.OptionalLong;
import java.util.UUID;

/// What people report without an account (市民上报).
public interface CitizenReports {

    /// Reports a problem as the citizens' app does, with a sum worked out first: once for each id,
    /// however often it is sent. Refused as a report of the app is.
    Followed report(Sent sent);

    /// A report as it leaves a phone.
    ///
    /// @param clientId made on the phone
    /// @param device what the phone calls itself
    /// @param network address it comes from
    /// @param longitude WGS84 degrees, as is `latitude`
    /// @param place how its sender names the place
    /// @param category code of a minor category, or empty text when none was chosen
    record Sent(
            UUID clientId,
            String device,
            String network,
            double longitude,
            double latitude,
            String place,
            String category,
            String description) {}

    /// @param code that its sender follows it by; whoever has it may
    /// @param caseId empty while somebody has to look at the report first
    record Followed(String code, OptionalLong caseId) {}
}
