package city.gewu.assessment.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.gewu.assessment.model.IndicatorBook;
import city.gewu.engine.indicator.Definition;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IndicatorFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/indicators.md");
    private static final String RATE =
            """
            code: late_rate
            name: {zh: 超期率, en: Late rate}
            unit: rate
            source: casework.pub_case
            subjects: [department]
            period: due_at
            numerator:
              words: {zh: 甲, en: a}
              sql: case when closed_at > due_at then 1 else 0 end
            denominator:
              words: {zh: 乙, en: b}
              sql: "1"
            note: {zh: 丙, en: c}
            """;

    /// The catalogue that people review: a changed indicator shows in the diff. Written anew with
    /// `-Dgolden.write=true`.
    @Test
    void theCatalogueIsTheOneThatWasAgreed() throws IOException {
        String catalogue = catalogue(IndicatorFiles.indicatorBook());
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, catalogue);
        }
        assertThat(catalogue).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void aWholeFileIsAnIndicator() {
        assertThat(read(RATE).code()).isEqualTo("late_rate");
    }

    @Test
    void aWordTheFormatDoesNotKnowStopsTheStart() {
        refused(RATE + "weight: 3\n", "weight");
        refused(RATE.replace("due_at\nnumerator", "tomorrow\nnumerator"), "tomorrow");
        refused(RATE.replace("[department]", "[planet]"), "planet");
    }

    @Test
    void aWordSaidTwiceStopsTheStart() {
        refused(RATE + "code: again\n", "code");
    }

    @Test
    void aMissingWordStopsTheStart() {
        for (String line :
                List.of("code: late_rate\n", "unit: rate\n", "source: casework.pub_case\n")) {
            refused(RATE.replace(line, ""), line.substring(0, line.indexOf(':')));
        }
        refused(
                RATE.substring(0, RATE.indexOf("denominator")) + "note: {zh: 丙, en: c}\n",
                "denominator");
    }

    @Test
    void anotherSourceStopsTheStart() {
        refused(RATE.replace("casework.pub_case", "people.account"), "source");
    }

    @Test
    void twoIndicatorsOfOneCodeStopTheStart() {
        var twice = List.of(read(RATE), read(RATE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndicatorBook(twice))
                .withMessageContaining("late_rate");
    }

    private static Indicator read(String yaml) {
        return IndicatorFiles.read("late.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }

    private static void refused(String yaml, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(yaml))
                .withMessageContaining("late.yaml")
                .withMessageContaining(because);
    }

    private static String catalogue(IndicatorBook book) {
        var text = new StringBuilder("# Indicators\n");
        for (var indicator : book.indicators()) {
            Definition it = indicator.definition();
            text.append("\n## `%s` %s\n\n".formatted(it.code(), both(it.name())))
                    .append(
                            "Unit %s, from `%s`, by %s, period rule %s.\n\n"
                                    .formatted(
                                            lower(it.unit()),
                                            it.source(),
                                            String.join(
                                                    ", ",
                                                    it.subjects().stream()
                                                            .map(IndicatorFilesTest::lower)
                                                            .toList()),
                                            lower(it.period())))
                    .append(part("Numerator", it.numerator().words(), indicator.numeratorSql()));
            it.denominator()
                    .ifPresent(part ->
                            text.append(
                                    part(
                                            "Denominator",
                                            part.words(),
                                            indicator.denominatorSql().orElseThrow())));
            text.append(it.note().zh()).append("\n\n").append(it.note().en()).append('\n');
        }
        return text.toString();
    }

    private static String part(String name, Words words, String sql) {
        return "%s: %s\n\n```sql\n%s\n```\n\n".formatted(name, both(words), sql);
    }

    private static String both(Words words) {
        return words.zh() + " / " + words.en();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
