package city.gewu.engagement.web;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.engagement.usecase.CityGuide;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.suggestion.CategorySuggestions;
import city.gewu.territory.CityExtent;
import city.gewu.territory.CityExtent.Box;
import city.gewu.territory.Territory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What the citizen's app asks before anybody types a word.
@RestController
class OpenCityController {

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final Territory territory;
    private final CityExtent extent;
    private final CityGuide guide;
    private final CategorySuggestions suggestions;
    private final Catalogue catalogue;
    private final List<String> phones;

    OpenCityController(
            Territory territory,
            CityExtent extent,
            CityGuide guide,
            CategorySuggestions suggestions,
            Catalogue catalogue,
            @Value("${gewu.engagement.phones:12345,12319}") List<String> phones) {
        this.territory = territory;
        this.extent = extent;
        this.guide = guide;
        this.suggestions = suggestions;
        this.catalogue = catalogue;
        this.phones = List.copyOf(phones);
    }

    /// @param bounds absent while the city has no units
    record CityBody(
            String code,
            Named name,
            String zone,
            @Nullable Box bounds,
            SpotBody centre,
            double zoom,
            List<String> phones,
            boolean demo) {}

    /// @param questions what is asked besides of whoever reports it
    record CategoryBody(String code, Named name, List<Question> questions) {}

    record GroupBody(String code, Named name, List<CategoryBody> categories) {}

    record TextRequest(@NotNull @Size(max = 2000) String text) {}

    record SuggestionBody(
            String category, Named name, double probability, List<Question> questions) {}

    @OpenToAll("The citizen's app shows the city it is for.")
    @GetMapping("/open/city")
    ResponseEntity<CityBody> city() {
        var city = territory.getCity();
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .body(
                        new CityBody(
                                city.code(),
                                city.name(),
                                city.zone().getId(),
                                extent.findBox().orElse(null),
                                new SpotBody(city.centreLongitude(), city.centreLatitude()),
                                city.zoom(),
                                phones,
                                city.demo()));
    }

    @OpenToAll("Somebody who reports chooses what it is about.")
    @GetMapping("/open/categories")
    ResponseEntity<List<GroupBody>> categories() {
        var groups =
                guide.listChoices().stream()
                        .map(choice ->
                                new GroupBody(
                                        choice.code(),
                                        choice.name(),
                                        choice.categories().stream()
                                                .map(OpenCityController::body)
                                                .toList()))
                        .toList();
        return ResponseEntity.ok().cacheControl(A_WHILE).body(groups);
    }

    private static CategoryBody body(MinorCategory category) {
        return new CategoryBody(category.code(), category.name(), category.questions());
    }

    @OpenToAll("Somebody who reports is spared the choice.")
    @PostMapping("/open/suggestions")
    List<SuggestionBody> suggest(@RequestBody @Valid TextRequest request) {
        return suggestions.propose(request.text()).stream()
                .flatMap(one ->
                        catalogue.findCategory(one.category()).stream()
                                .map(known ->
                                        new SuggestionBody(
                                                known.code(),
                                                known.name(),
                                                one.probability(),
                                                known.questions())))
                .toList();
    }
}
