package city.gewu.demo.usecase;

import city.gewu.casework.Position;
import city.gewu.component.Components;
import city.gewu.demo.story.Fittings;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds components in the register of the city, as a supervisor finds them in the street.
@Component
class RegisteredFittings implements Fittings {

    private static final double WALK_M = 400;

    private final Components components;
    private final Territory territory;

    RegisteredFittings(Components components, Territory territory) {
        this.components = components;
        this.territory = territory;
    }

    @Override
    public Optional<Fitting> findNear(String category, Position at, String dutyGrid) {
        int depth =
                territory.getCity().levels().stream()
                        .filter(level -> level.code().equals("duty_grid"))
                        .mapToInt(Level::depth)
                        .findFirst()
                        .orElseThrow();
        return components.listNear(at.longitude(), at.latitude(), WALK_M, category).stream()
                .map(near -> near.component())
                .filter(found -> !found.department().isEmpty())
                .filter(found ->
                        territory
                                .findPlace(found.longitude(), found.latitude())
                                .filter(place -> place.unit(depth).equals(dutyGrid))
                                .isPresent())
                .findFirst()
                .map(found ->
                        new Fitting(
                                new Position(found.longitude(), found.latitude()),
                                found.department()));
    }
}
