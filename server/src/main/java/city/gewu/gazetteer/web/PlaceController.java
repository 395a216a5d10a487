package city.gewu.gazetteer.web;

import city.gewu.gazetteer.index.PlaceIndex.Near;
import city.gewu.gazetteer.model.NamedPlace;
import city.gewu.gazetteer.model.PlaceKind;
import city.gewu.gazetteer.usecase.SearchPlaces;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.Right;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Address search (地址检索).
@RestController
@Needs(Right.BASICS)
class PlaceController {

    private static final int LONGEST = 200;

    private final SearchPlaces places;
    private final Territory territory;

    PlaceController(SearchPlaces places, Territory territory) {
        this.places = places;
        this.territory = territory;
    }

    record UnitBody(String level, String code, Named name) {}

    /// @param position longitude, latitude
    /// @param units that hold it, from the largest to the smallest; empty outside the city
    record PlaceBody(
            String kind,
            String name,
            String address,
            @Nullable String code,
            List<Double> position,
            List<UnitBody> units) {}

    /// @param position longitude, latitude
    record OpenPlaceBody(String kind, String name, String address, List<Double> position) {}

    /// Streets and places, not the things that stand in them: where the city's cables and valves
    /// lie is not for everybody.
    ///
    /// @param near longitude and latitude of where the person looks
    @OpenToAll("A place is named without an account and without sharing where one stands.")
    @GetMapping("/open/places")
    List<OpenPlaceBody> searchOpen(
            @RequestParam String q, @RequestParam(required = false) @Nullable List<Double> near) {
        return find(q, near)
                .filter(place -> place.kind() != PlaceKind.COMPONENT)
                .map(place ->
                        new OpenPlaceBody(
                                place.kind().code(),
                                place.name(),
                                place.address(),
                                List.of(place.longitude(), place.latitude())))
                .toList();
    }

    /// @param near longitude and latitude of where the person looks
    @GetMapping("/api/places")
    List<PlaceBody> search(
            @RequestParam String q, @RequestParam(required = false) @Nullable List<Double> near) {
        return find(q, near).map(this::body).toList();
    }

    private Stream<NamedPlace> find(String q, @Nullable List<Double> near) {
        if (near != null && near.size() != 2) {
            throw new IllegalArgumentException("near is longitude and latitude");
        }
        var typed = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        var around = Optional.ofNullable(near).map(at -> new Near(at.get(0), at.get(1)));
        return places.search(typed, around).stream();
    }

    private PlaceBody body(NamedPlace place) {
        return new PlaceBody(
                place.kind().code(),
                place.name(),
                place.address(),
                place.code().isEmpty() ? null : place.code(),
                List.of(place.longitude(), place.latitude()),
                units(place));
    }

    private List<UnitBody> units(NamedPlace place) {
        var held = territory.findPlace(place.longitude(), place.latitude());
        if (held.isEmpty()) {
            return List.of();
        }
        var units = new ArrayList<UnitBody>();
        for (Level level : territory.getCity().levels()) {
            territory
                    .findUnit(level.code(), held.get().unit(level.depth()))
                    .ifPresent(unit ->
                            units.add(new UnitBody(level.code(), unit.code(), unit.name())));
        }
        return units;
    }
}
