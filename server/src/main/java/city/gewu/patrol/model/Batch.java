package city.gewu.patrol.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Positions that a phone sent together (一批定位).
///
/// @param footprints those that are kept
public record Batch(
        UUID clientId, String person, Instant receivedAt, Fate fate, List<Footprint> footprints) {

    public Batch {
        footprints = List.copyOf(footprints);
    }

    /// What became of the points of a batch.
    ///
    /// @param marked of those kept, the ones with a mark
    /// @param offDuty of the points, those that were noted outside of duty and so are not kept
    public record Fate(int points, int kept, int marked, int offDuty) {}
}
