package city.gewu.suggestion.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Learns by itself while the city is served, so that no call waits for it.
@Component
@ConditionalOnProperty("gewu.serving")
class LearnInTime {

    private final Suggestions suggestions;

    LearnInTime(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    void learn() {
        suggestions.refresh();
    }
}
