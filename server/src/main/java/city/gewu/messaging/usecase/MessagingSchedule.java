package city.gewu.messaging.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends while the city is served.
@Component
@ConditionalOnProperty("gewu.serving")
class MessagingSchedule {

    private final NoticeDesk desk;

    MessagingSchedule(NoticeDesk desk) {
        this.desk = desk;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 5_000)
    void send() {
        desk.sendDue();
    }
}
