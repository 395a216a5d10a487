package city.gewu.exchange.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.exchange.model.Reference;
import city.gewu.people.People;
import city.gewu.territory.Territory;
import org.springframework.stereotype.Component;

/// Gathers what the city knows when an import begins.
@Component
class References {

    private final Territory territory;
    private final Catalogue catalogue;
    private final People people;

    References(Territory territory, Catalogue catalogue, People people) {
        this.territory = territory;
        this.catalogue = catalogue;
        this.people = people;
    }

    Reference now() {
        return new CityReference(territory, catalogue.listCategories(), people.listDepartments());
    }
}
