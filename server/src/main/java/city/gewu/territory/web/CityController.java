package city.gewu.territory.web;

import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The city, its units, and what lies at a point.
@RestController
@Needs(Right.BASICS)
@RequestMapping("/api")
class CityController {

    private final Territory territory;

    CityController(Territory territory) {
        this.territory = territory;
    }

    /// @param centre longitude, latitude
    record CityAnswer(
            String code,
            Named name,
            String zone,
            List<Level> levels,
            List<Double> centre,
            double zoom,
            boolean demo) {

        static CityAnswer of(City city) {
            return new CityAnswer(
                    city.code(),
                    city.name(),
                    city.zone().getId(),
                    city.levels(),
                    List.of(city.centreLongitude(), city.centreLatitude()),
                    city.zoom(),
                    city.demo());
        }
    }

    record UnitAnswer(String level, String code, Named name) {}

    record PlaceAnswer(List<UnitAnswer> units) {}

    @GetMapping("/city")
    CityAnswer getCity() {
        return CityAnswer.of(territory.getCity());
    }

    @GetMapping("/territory/{level}/units")
    List<TerritoryUnit> listUnits(@PathVariable String level) {
        return territory.listUnits(level);
    }

    @GetMapping("/territory/place")
    PlaceAnswer getPlace(@RequestParam double lon, @RequestParam double lat) {
        Place place =
                territory
                        .findPlace(lon, lat)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "territory.not-found",
                                        "The point (%s, %s) lies outside the city."
                                                .formatted(lon, lat),
                                        "Choose a point inside one of the city's units."));
        return new PlaceAnswer(
                territory.getCity().levels().stream()
                        .flatMap(level -> unit(level, place).stream())
                        .toList());
    }

    private Optional<UnitAnswer> unit(Level level, Place place) {
        return Stream.of(place.unit(level.depth()))
                .filter(code -> !code.isEmpty())
                .flatMap(code -> territory.findUnit(level.code(), code).stream())
                .map(unit -> new UnitAnswer(level.code(), unit.code(), unit.name()))
                .findFirst();
    }
}
