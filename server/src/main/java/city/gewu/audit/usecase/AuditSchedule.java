package city.gewu.audit.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What the audit log does by itself while the city is served.
@Component
@ConditionalOnProperty("gewu.serving")
class AuditSchedule {

    private final SealAuditDays seals;
    private final RemoveOldDays removal;

    AuditSchedule(SealAuditDays seals, RemoveOldDays removal) {
        this.seals = seals;
        this.removal = removal;
    }

    /// Every hour, since a server may have slept through midnight.
    @Scheduled(cron = "0 8 * * * *")
    void sealFinishedDays() {
        seals.sealFinishedDays();
    }

    @Scheduled(cron = "0 38 3 * * *")
    void removeOldDays() {
        removal.removeOldDays();
    }
}
