package city.gewu.casework.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What casework does by itself while the city is served; a command-line run does none of it.
@Component
@ConditionalOnProperty("gewu.serving")
class CaseworkSchedule {

    private final RaiseDueSignals signals;
    private final SealDays seals;
    private final CaseGroups groups;

    CaseworkSchedule(RaiseDueSignals signals, SealDays seals, CaseGroups groups) {
        this.signals = signals;
        this.seals = seals;
        this.groups = groups;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 30_000)
    void raiseDueSignals() {
        signals.raise();
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void tellCopies() {
        groups.tell();
    }

    /// Every hour, since midnight is the city's and a server may have slept through it.
    @Scheduled(cron = "0 6 * * * *")
    void sealFinishedDays() {
        seals.sealFinishedDays();
    }
}
