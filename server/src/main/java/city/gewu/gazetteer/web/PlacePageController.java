package city.gewu.gazetteer.web;

import city.gewu.gazetteer.model.NamedPlace;
import city.gewu.gazetteer.model.PlaceKind;
import city.gewu.gazetteer.usecase.SearchPlaces;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
            page.heading(page.word("选一个地点上报", "Choose a place to report"));
            found.forEach(place -> page.link(report(place, page), words(place)));
        }
        return page.html();
    }

    private static String words(NamedPlace place) {
        return place.address().isEmpty() || place.address().equals(place.name())
                ? place.name()
                : place.name() + "　" + place.address();
    }

    private static String report(NamedPlace place, PlainPage page) {
        return String.format(
                Locale.ROOT,
                "/open/pages/report?lang=%s&lon=%.6f&lat=%.6f&address=%s",
                page.word("zh", "en"),
                place.longitude(),
                place.latitude(),
                URLEncoder.encode(
                        place.address().isEmpty() ? place.name() : place.address(),
                        StandardCharsets.UTF_8));
    }
}
