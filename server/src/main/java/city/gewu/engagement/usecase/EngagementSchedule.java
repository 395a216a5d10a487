package city.gewu.engagement.usecase;

import city.gewu.engagement.store.ReportStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What happens by itself while the city is served.
@Component
@ConditionalOnProperty("gewu.serving")
class EngagementSchedule {

    private final Challenges challenges;
    private final LookUp lookup;
    private final UploadTray tray;
    private final TellFollowers followers;
    private final TellStaff staff;
    private final ReportStore reports;
    private final ReportPlaces places;

    EngagementSchedule(
            Challenges challenges,
            LookUp lookup,
            UploadTray tray,
            TellFollowers followers,
            TellStaff staff,
            ReportStore reports,
            ReportPlaces places) {
        this.challenges = challenges;
        this.lookup = lookup;
        this.tray = tray;
        this.followers = followers;
        this.staff = staff;
        this.reports = reports;
        this.places = places;
    }

    @Scheduled(initialDelay = 0, fixedDelay = 86_400_000)
    void markOldCodes() {
        reports.markOldCodes();
    }

    @Scheduled(initialDelay = 0, fixedDelay = 86_400_000)
    void placeOldReports() {
        places.placeOld();
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 10_000)
    void tellStaff() {
        staff.tell();
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 10_000)
    void tellFollowers() {
        followers.tell();
    }

    @Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
    void tellAllFollowers() {
        followers.tellAll();
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void forget() {
        challenges.forgetOld();
        lookup.forgetOld();
        tray.forgetOld();
    }
}
