package city.gewu.privacy.usecase;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What happens to personal data by itself while the city is served.
@Component
@ConditionalOnProperty("gewu.serving")
class PrivacySchedule {

    private final RotateKeys rotation;
    private final EraseInTime retention;

    PrivacySchedule(RotateKeys rotation, EraseInTime retention) {
        this.rotation = rotation;
        this.retention = retention;
    }

    /// Goes on with a change of the key that a restart cut off, and starts one when it is due.
    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void rotateKeys() {
        if (!rotation.isUnfinished() && rotation.isDue()) {
            rotation.begin();
        }
        if (rotation.isUnfinished()) {
            rotation.finish();
        }
    }

    @Scheduled(cron = "0 8 3 * * *")
    void eraseInTime() {
        retention.erase();
    }
}
