package city.gewu.territory.usecase;

import city.gewu.territory.model.Draft;
import city.gewu.territory.model.LevelDraft;
import city.gewu.territory.model.UnitShape;
import city.gewu.territory.model.UnitVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A draft put onto the level as it is planned today: what is in force and what is scheduled.
///
/// @param before the units that the draft changes
/// @param outdated whether the level has changed since the draft was begun
public record DraftedLevel(
        Draft draft, List<UnitShape> before, LevelDraft after, boolean outdated) {

    /// @param parts units of the finest level by code, for a level that is formed of them
    static DraftedLevel of(
            Draft draft, List<UnitVersion> latest, Function<String, Optional<UnitShape>> parts) {
        var before =
                latest.stream()
                        .filter(version -> version.validTo().isEmpty())
                        .map(UnitVersion::unit)
                        .toList();
        var after = new LevelDraft(latest, parts);
        draft.steps().forEach(after::take);
        return new DraftedLevel(draft, before, after, !draft.base().equals(mark(latest)));
    }

    /// Fingerprint of the versions of a level.
    static String mark(List<UnitVersion> latest) {
        String versions =
                latest.stream()
                        .map(v ->
                                "%s %s %s %s"
                                        .formatted(
                                                v.unit().code(),
                                                v.validFrom(),
                                                v.validTo(),
                                                v.unit().unit().areaM2()))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(versions.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
