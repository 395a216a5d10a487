package city.gewu.gazetteer.web;

import city.gewu.gazetteer.model.NamedPlace;
import city.gewu.gazetteer.model.PlaceKind;
import city.gewu.gazetteer.usecase.SearchPlaces;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Cell;
import city.gewu.platform.PlainPage.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finding a place by its name, without a script and without a map.
@RestController
class PlacePageController {

    private static final Named TITLE = new Named("查找地点", "Search for a place");
    private static final int LONGEST = 200;

    private final SearchPlaces places;

    PlacePageController(SearchPlaces places) {
        this.places = places;
    }

    @OpenToAll("A place is named without a script and without a map.")
    @GetMapping(value = "/open/pages/places", produces = "text/html;charset=UTF-8")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "zh") String lang) {
        var page = new PlainPage(lang, TITLE);
        var typed = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        page.form(
                "/open/pages/places",
                List.of(
                        new Field(
                                "q",
                                page.word("路名、路口或地点", "Road, crossing or place"),
                                typed,
                                List.of())),
                page.word("查找", "Search"));
        if (typed.isBlank()) {
            return page.html();
        }
        var found =
                places.search(typed, Optional.empty()).stream()
                        .filter(place -> place.kind() != PlaceKind.COMPONENT)
                        .toList();
        if (found.isEmpty()) {
            page.paragraph(page.word("没有找到，请换个说法。", "Nothing found; try other words."));
        } else {
            page.openTable(
                    page.word("找到的地点", "Places found"),
                    List.of(
                            page.word("地点", "Place"),
                            page.word("上报", "Report"),
                            page.word("附近问题", "Reported nearby"),
                            page.word("便民设施", "Facilities")),
                    found.stream().map(place -> row(place, page)).toList());
        }
        return page.html();
    }

    private static List<Cell> row(NamedPlace place, PlainPage page) {
        var lon = degrees(place.longitude());
        var lat = degrees(place.latitude());
        var address = place.address().isEmpty() ? place.name() : place.address();
        var report = page.address("/open/pages/report", "lon", lon, "lat", lat, "address", address);
        var nearby = page.address("/open/pages/nearby", "lon", lon, "lat", lat);
        var facilities = page.address("/open/pages/facilities", "lon", lon, "lat", lat);
        return List.of(
                Cell.of(words(place)),
                new Cell(page.word("在这里上报", "Report here"), report),
                new Cell(page.word("看附近", "Look around"), nearby),
                new Cell(page.word("找设施", "Find"), facilities));
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String words(NamedPlace place) {
        return place.address().isEmpty() || place.address().equals(place.name())
                ? place.name()
                : place.name() + "　" + place.address();
    }
}
