package city.gewu.territory.web;

import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.territory.PostedPeople;
import city.gewu.territory.model.UnitVersion;
import city.gewu.territory.store.UnitStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a unit was on each day: every version, the newest first.
@RestController
@Needs(Right.BASICS)
class VersionController {

    private final UnitStore units;
    private final Optional<PostedPeople> people;

    VersionController(UnitStore units, Optional<PostedPeople> people) {
        this.units = units;
        this.people = people;
    }

    /// @param validTo first day no longer in force; absent while nothing ends it
    record VersionBody(LocalDate validFrom, @Nullable LocalDate validTo, OutlineBody unit) {

        static VersionBody of(UnitVersion version) {
            return new VersionBody(
                    version.validFrom(),
                    version.validTo().orElse(null),
                    OutlineBody.of(version.unit()));
        }
    }

    /// @param lastDay absent while nothing ends it
    record PostedBody(String name, String post, LocalDate firstDay, @Nullable LocalDate lastDay) {}

    /// Who was, is or will be responsible for the unit, the latest first.
    @Needs(Right.MANAGE_CITY)
    @GetMapping("/api/territory/{level}/units/{code}/people")
    List<PostedBody> listPeople(@PathVariable String level, @PathVariable String code) {
        return people.stream()
                .flatMap(known -> known.listPosted(level, code).stream())
                .map(one ->
                        new PostedBody(
                                one.name(), one.post(), one.firstDay(), one.lastDay().orElse(null)))
                .toList();
    }

    @GetMapping("/api/territory/{level}/units/{code}/versions")
    List<VersionBody> listVersions(@PathVariable String level, @PathVariable String code) {
        var versions = units.listVersions(level, code);
        if (versions.isEmpty()) {
            throw new RefusedException(
                    "territory.unknown-unit",
                    "The level (%s) never had a unit (%s).".formatted(level, code),
                    "Choose a unit from the list.");
        }
        return versions.stream().map(VersionBody::of).toList();
    }
}
