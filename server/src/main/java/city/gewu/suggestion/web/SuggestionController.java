package city.gewu.suggestion.web;

import city.gewu.catalogue.Catalogue;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.suggestion.model.Accuracy;
import city.gewu.suggestion.model.Ranked;
import city.gewu.suggestion.usecase.Suggestions;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Proposals of a category for a text (分类建议).
@RestController
@Needs(Right.REPORT_PROBLEMS)
@RequestMapping("/api/category-suggestions")
class SuggestionController {

    private static final int LONGEST = 4_000;

    private final Suggestions suggestions;
    private final Catalogue catalogue;

    SuggestionController(Suggestions suggestions, Catalogue catalogue) {
        this.suggestions = suggestions;
        this.catalogue = catalogue;
    }

    record SuggestionBody(String category, Named name, double probability, List<String> because) {}

    /// @param cases closed cases learnt from
    /// @param method the one that answers
    /// @param methods both, measured on the cases kept apart
    record AccuracyBody(Instant at, int cases, String method, List<Accuracy> methods) {}

    @GetMapping
    List<SuggestionBody> suggest(@RequestParam String text) {
        var asked = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return suggestions.suggest(asked).stream().map(this::body).toList();
    }

    private SuggestionBody body(Ranked one) {
        var name =
                catalogue
                        .findCategory(one.category())
                        .map(known -> known.name())
                        .orElse(new Named(one.category(), one.category()));
        return new SuggestionBody(one.category(), name, one.probability(), one.because());
    }

    @GetMapping("/accuracy")
    AccuracyBody getAccuracy() {
        var lesson = suggestions.lesson();
        var trained = lesson.trained();
        return new AccuracyBody(
                lesson.at(),
                trained.cases(),
                trained.measured().getFirst().method(),
                trained.measured());
    }
}
