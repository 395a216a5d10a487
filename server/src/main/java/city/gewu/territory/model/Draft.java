package city.gewu.territory.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What one person is drawing on one level (草稿).
///
/// @param person id of the person it belongs to
/// @param base fingerprint of the level as it was when the draft began
public record Draft(
        UUID id,
        String person,
        String level,
        String base,
        Instant startedAt,
        List<DraftStep> steps) {

    public Draft {
        steps = List.copyOf(steps);
    }
}
