package city.gewu.catalogue.model;

import city.gewu.catalogue.MinorCategory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A changed scheme that is not in force (草稿).
///
/// @param basedOn number of the last scheme laid down when it was begun
/// @param edition grows with each change; 0 before the first
/// @param changedAt empty before the first change
public record SchemeDraft(
        String person,
        long basedOn,
        int edition,
        List<MinorCategory> categories,
        Optional<Instant> changedAt) {

    public SchemeDraft {
        categories = List.copyOf(categories);
    }

    public SchemeDraft changed(List<MinorCategory> other, Instant at) {
        return new SchemeDraft(person, basedOn, edition + 1, other, Optional.of(at));
    }
}
