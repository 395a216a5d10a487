package city.gewu.patrol.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What this module does by itself while the city is served.
@Component
@ConditionalOnProperty("gewu.serving")
class PatrolSchedule {

    private final DutyDesk duty;

    PatrolSchedule(DutyDesk duty) {
        this.duty = duty;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void endForgottenDuty() {
        duty.endForgotten();
    }
}
