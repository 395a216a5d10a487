package city.gewu.engagement.usecase;

import city.gewu.casework.Casework;
import city.gewu.catalogue.Catalogue;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.platform.RefusedException;
import city.gewu.suggestion.CategorySuggestions;
import city.gewu.suggestion.CategorySuggestions.Proposed;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Finds the category of a report whose sender chose none: what the words suggest, else the one
/// that the city keeps for what nobody can place. The clerk sees that it was guessed.
@Component
class CategoryChoice {

    private static final String GUESSED = "category.guessed";
    private static final String OTHER = "其他";

    private final Catalogue catalogue;
    private final CategorySuggestions suggestions;
    private final Casework casework;
    private final String unsorted;

    CategoryChoice(
            Catalogue catalogue,
            CategorySuggestions suggestions,
            Casework casework,
            @Value("${gewu.engagement.unsorted-category:}") String unsorted) {
        this.catalogue = catalogue;
        this.suggestions = suggestions;
        this.casework = casework;
        this.unsorted = unsorted;
    }

    record Chosen(Words words, List<String> flags) {}

    /// Refused with `engagement.unknown-category` when the one chosen is not in force, and as
    /// answers are that do not fit it.
    Chosen choose(Words words) {
        if (!words.category().isEmpty()) {
            if (catalogue.findCategory(words.category()).isEmpty()) {
                throw new RefusedException(
                        "engagement.unknown-category",
                        "There is no category (%s).".formatted(words.category()),
                        "Choose one of the list, or none.");
            }
            // An app that was loaded before the question was asked sends none.
            if (!words.answers().isEmpty()) {
                casework.checkAnswers(words.category(), words.answers());
            }
            return new Chosen(words, List.of());
        }
        var guessed =
                suggestions.propose(words.description()).stream()
                        .map(Proposed::category)
                        .findFirst()
                        .orElseGet(this::unsorted);
        return new Chosen(
                new Words(guessed, words.description(), words.address()), List.of(GUESSED));
    }

    /// The category itself while it is in force, else the one for what has none.
    String inForce(String category) {
        return catalogue.findCategory(category).isPresent() ? category : unsorted();
    }

    private String unsorted() {
        var all = catalogue.listCategories();
        return all.stream()
                .filter(one -> one.code().equals(unsorted))
                .findFirst()
                .or(() ->
                        all.stream()
                                .filter(one ->
                                        one.name().zh().contains(OTHER)
                                                || one.name().en().startsWith("Other"))
                                .reduce((_, last) -> last))
                .or(() -> all.stream().findFirst())
                .orElseThrow(() ->
                        new RefusedException(
                                "engagement.no-categories",
                                "The city has no categories yet.",
                                "Ask the city to put its category scheme in force."))
                .code();
    }
}
