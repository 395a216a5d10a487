package city.gewu.people.web;

import city.gewu.people.Area;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What organisations and units are called; one that is no longer known is called by its code.
@Component
class StaffNames {

    private final People people;
    private final Territory territory;

    StaffNames(People people, Territory territory) {
        this.people = people;
        this.territory = territory;
    }

    Named department(String code) {
        return people.findDepartment(code).map(Department::name).orElse(new Named(code, code));
    }

    /// Nothing for the whole city.
    Optional<Named> unit(Area area) {
        return area.isCity()
                ? Optional.empty()
                : territory
                        .findUnit(area.level(), area.unit())
                        .map(TerritoryUnit::name)
                        .or(() -> Optional.of(new Named(area.unit(), area.unit())));
    }
}
