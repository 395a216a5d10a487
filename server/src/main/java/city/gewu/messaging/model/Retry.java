package city.gewu.messaging.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long to wait after a try that failed; nothing after the last.
public final class Retry {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(3));

    private Retry() {}

    /// @param attempts tries so far, from 1
    public static Optional<Duration> after(int attempts) {
        return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
    }
}
