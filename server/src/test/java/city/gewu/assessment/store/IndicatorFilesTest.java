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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            minimumSample: 5
            basis: {zh: 丁, en: d}
            note: {zh: 丙, en: c}
            """;

    /// The catalogue that people review: a changed indicator shows in the diff. Written anew with
    /// `-Dgolden.write=true`.
    @Test
    void theCatalogueIsTheOneThatWasAgreed() throws IOException {
        String catalogue = catalogue(IndicatorFiles.book(Optional.empty()));
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

    /// A new indicator is a file in the city's directory, and nothing else.
    @Test
    void aFileOfTheCityIsAnIndicatorLikeTheOthers(@TempDir Path city) throws IOException {
        Files.writeString(city.resolve("900-late_rate.yaml"), RATE);
        Files.writeString(city.resolve("notes.txt"), "no indicator");
        var book = IndicatorFiles.book(Optional.of(city));
        assertThat(book.find("late_rate")).isPresent();
        assertThat(book.indicators().getLast().code()).isEqualTo("late_rate");
        assertThat(book.find("on_time_rate")).isPresent();
        assertThat(IndicatorFiles.book(Optional.of(city.resolve("none"))).find("late_rate"))
                .isEmpty();
    }

    @Test
    void aFileOfTheCityTakesThePlaceOfOneOfTheSameName(@TempDir Path city) throws IOException {
        Files.writeString(city.resolve("060-rework_rate.yaml"), RATE);
        var book = IndicatorFiles.book(Optional.of(city));
        assertThat(book.find("rework_rate")).isEmpty();
        assertThat(book.find("late_rate")).isPresent();
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
                RATE.substring(0, RATE.indexOf("denominator"))
                        + RATE.substring(RATE.indexOf("minimumSample")),
                "denominator");
        refused(RATE.replace("minimumSample: 5\n", ""), "minimumSample");
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
                            "Unit %s, from `%s`, by %s, period rule %s, minimum sample %d. %s.\n\n"
                                    .formatted(
                                            lower(it.unit()),
                                            it.source(),
                                            String.join(
                                                    ", ",
                                                    it.subjects().stream()
                                                            .map(IndicatorFilesTest::lower)
                                                            .toList()),
                                            lower(it.period()),
                                            it.minimumSample(),
                                            both(it.basis())))
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
