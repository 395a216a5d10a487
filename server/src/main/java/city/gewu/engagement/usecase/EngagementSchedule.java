package city.gewu.engagement.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What happens by itself while the city is served.
@Component
@ConditionalOnProperty("gewu.serving")
class EngagementSchedule {

    private final Challenges challenges;

    EngagementSchedule(Challenges challenges) {
        this.challenges = challenges;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void forgetChallenges() {
        challenges.forgetOld();
    }
}
