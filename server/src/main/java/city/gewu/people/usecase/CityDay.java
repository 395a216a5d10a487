package city.gewu.people.usecase;

import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.Staff.Posting;
import city.gewu.platform.RefusedException;
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

    /// The ground with this code; refused with `people.unknown-level` or `people.unknown-unit`.
    Area area(String level, String unit) {
        if (level.isEmpty() && unit.isEmpty()) {
            return Area.CITY;
        }
        int depth = depth(level);
        if (depth == Integer.MAX_VALUE) {
            throw new RefusedException(
                    "people.unknown-level",
                    "The city has no level (%s).".formatted(level),
                    "Choose a level of the city file, or leave level and unit empty for the whole"
                            + " city.");
        }
        if (territory.findUnit(level, unit).isEmpty()) {
            throw new RefusedException(
                    "people.unknown-unit",
                    "The level (%s) has no unit (%s).".formatted(level, unit),
                    "Choose a unit of that level.");
        }
        boolean whole = territory.findCity().filter(city -> city.code().equals(unit)).isPresent();
        return depth == 1 && whole ? Area.CITY : new Area(level, unit, depth);
    }

    /// The mandate with the depth its level has today.
    Mandate placed(Mandate mandate) {
        return new Mandate(mandate.post(), mandate.department(), placed(mandate.area()));
    }

    private Area placed(Area area) {
        return area.level().isEmpty()
                ? area
                : new Area(area.level(), area.unit(), depth(area.level()));
    }

    Posting placed(Posting posting) {
        return new Posting(
                posting.id(),
                posting.personId(),
                posting.post(),
                posting.department(),
                placed(posting.area()),
                posting.firstDay(),
                posting.lastDay(),
                posting.deputyOf());
    }

    /// Code of the level that somebody calls so: by its code, or by its name in Chinese.
    String level(String text) {
        return territory.findCity().stream()
                .flatMap(city -> city.levels().stream())
                .filter(known -> known.name().zh().equals(text))
                .map(Level::code)
                .findFirst()
                .orElse(text);
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
