package city.gewu.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the city may be visited (就绪). A port answers as soon as the server listens; a city that
/// is still being made on it is `OUT_OF_SERVICE` (503) in the health answer until it is opened.
@Component("cityOpened")
public final class Readiness implements HealthIndicator {

    private volatile boolean open;

    /// @param opening whether whoever starts the server says when the city is ready
    Readiness(@Value("${gewu.opening:false}") boolean opening) {
        open = !opening;
    }

    public void open() {
        open = true;
    }

    @Override
    public Health health() {
        return (open ? Health.up() : Health.outOfService()).build();
    }
}
