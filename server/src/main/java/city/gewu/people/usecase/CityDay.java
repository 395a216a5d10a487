package city.gewu.people.usecase;

import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/// What the city decides about postings: which day it is, and how deep a level lies.
@Component
class CityDay {

    private final Territory territory;

    CityDay(Territory territory) {
        this.territory = territory;
    }

    LocalDate of(Instant at) {
        ZoneId zone = territory.findCity().map(City::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(at, zone);
    }

    /// The mandate with the depth its level has today.
    Mandate placed(Mandate mandate) {
        var area = mandate.area();
        if (area.level().isEmpty()) {
            return mandate;
        }
        return new Mandate(
                mandate.post(),
                mandate.department(),
                new Area(area.level(), area.unit(), depth(area.level())));
    }

    /// A level the city no longer has is deeper than any: nothing lies in it.
    int depth(String level) {
        return territory.findCity().stream()
                .flatMap(city -> city.levels().stream())
                .filter(known -> known.code().equals(level))
                .mapToInt(Level::depth)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
