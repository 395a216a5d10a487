package city.gewu.points.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What happens by itself while the city is served.
@Component
@ConditionalOnProperty("gewu.serving")
class PointsSchedule {

    private final BookPoints booking;

    PointsSchedule(BookPoints booking) {
        this.booking = booking;
    }

    @Scheduled(initialDelay = 25_000, fixedDelay = 15_000)
    void book() {
        booking.book();
    }
}
