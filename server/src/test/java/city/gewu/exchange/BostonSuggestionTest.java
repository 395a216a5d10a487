package city.gewu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.catalogue.Catalogue;
import city.gewu.suggestion.model.Sample;
import city.gewu.suggestion.store.ClosedCaseStore;
import city.gewu.suggestion.text.Trained;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How well the category of real cases is found by their text, on the fifth that was kept apart.
class BostonSuggestionTest {

    @Test
    void theTitlesOfRealCasesTellTheirCategory() throws IOException {
        var samples = samples();

        var trained = tell("whole title", samples);

        assertThat(trained.measured().getFirst().top1()).isGreaterThan(0.9);
        assertThat(trained.measured().getFirst().top3()).isGreaterThan(0.95);
    }

    /// Most titles are the category's name and nothing else; what is left of the others is what
    /// people wrote.
    @Test
    void wordsOfPeopleTellTheCategoryWithoutItsOwnName() throws IOException {
        var catalogue = BostonCity.imported().context.getBean(Catalogue.class);
        var samples =
                samples().stream()
                        .map(one -> withoutName(one, catalogue))
                        .filter(one -> one.text().matches("(?s).*\\p{L}{3}.*"))
                        .toList();

        var trained = tell("without the category's name", samples);

        assertThat(samples).hasSizeGreaterThan(1_500);
        assertThat(trained.measured().getFirst().top1()).isGreaterThan(0.6);
        assertThat(trained.measured().getFirst().top3()).isGreaterThan(0.8);
    }

    private static List<Sample> samples() throws IOException {
        return BostonCity.imported().context.getBean(ClosedCaseStore.class).listNewest(50_000);
    }

    private static Sample withoutName(Sample one, Catalogue catalogue) {
        var name = catalogue.findCategory(one.category()).orElseThrow().name().en();
        var text =
                Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE)
                        .matcher(one.text())
                        .replaceAll(" ");
        return new Sample(one.id(), one.category(), text);
    }

    private static Trained tell(String what, List<Sample> samples) {
        var trained = Trained.of(samples);
        trained.measured()
                .forEach(one ->
                        System.out.printf(
                                "boston, %s: %s top-1 %.3f top-3 %.3f of %d held out (%d cases)%n",
                                what,
                                one.method(),
                                one.top1(),
                                one.top3(),
                                one.cases(),
                                samples.size()));
        return trained;
    }
}
