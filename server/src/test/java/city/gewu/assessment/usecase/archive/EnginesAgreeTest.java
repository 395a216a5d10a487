package city.gewu.assessment.usecase.archive;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.FactTable;
import city.gewu.assessment.Facts;
import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.usecase.EvaluatePeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// PostgreSQL over the database and DuckDB over the archive answer the same, integer by integer.
class EnginesAgreeTest {

    private static final Pattern MONTH = Pattern.compile("\\b(\\d{4}-\\d{2})-\\d{2}");
    private static final List<String> DEPARTMENTS = List.of("PWD", "ISD", "");
    private static final List<String> CATEGORIES = List.of("pothole", "E0101", "C0301", "E0401");
    private static final List<String> SOURCES =
            List.of("SUPERVISOR", "CITIZEN_APP", "HOTLINE", "INSPECTION");

    private static final GivenAssessment ASSESSMENT = new GivenAssessment();

    /// The tables by which every indicator is verified alone.
    @Test
    void onTheHandMadeTablesOfEveryIndicator() throws IOException {
        var sections = FactTable.read();
        assertThat(sections).isNotEmpty();
        for (var section : sections) {
            ASSESSMENT.table().lay(section.facts());
            for (String month : months(section)) {
                assertThat(archived(month, month)).as(section.indicator()).isEqualTo(live(month));
            }
        }
    }

    @Property(tries = 15)
    void onFactsThatChanceMakes(@ForAll Random chance) throws IOException {
        ASSESSMENT.empty();
        for (int i = chance.nextInt(60); i >= 0; i--) {
            ASSESSMENT.facts(fact(chance));
        }
        assertThat(archived("2011-02", "2011-02")).isEqualTo(live("2011-02"));
    }

    @Test
    void onAQuarterCountedFromItsMonths() throws IOException {
        ASSESSMENT.empty();
        var chance = new Random(20110401);
        for (int i = 0; i < 200; i++) {
            ASSESSMENT.facts(fact(chance));
        }
        assertThat(archived("2011-Q1", "2011-01", "2011-02", "2011-03")).isEqualTo(live("2011-Q1"));
    }

    @Test
    void onTwoCitiesCountedTogether() throws IOException {
        ASSESSMENT.empty();
        var chance = new Random(20110601);
        for (int i = 0; i < 50; i++) {
            ASSESSMENT.facts(fact(chance));
        }
        var archive = archive("2011-02");
        archive.keep("CAM", "2011-02");
        var one = archive.figures("2011-02", "all", Optional.of("CAM"), Optional.empty());
        assertThat(one).isEqualTo(live("2011-02"));
        var both = archive.figures("2011-02", "all");
        for (var figure : one) {
            boolean common =
                    List.of("source", "category").contains(figure.subjectKind())
                            || figure.subject().equals("-");
            assertThat(both)
                    .filteredOn(it ->
                            it.subjectKind().equals(figure.subjectKind())
                                    && it.indicator().equals(figure.indicator())
                                    && it.subject()
                                            .equals(
                                                    common
                                                            ? figure.subject()
                                                            : "CAM/" + figure.subject()))
                    .as("%s", figure)
                    .singleElement()
                    .extracting(Figure::numerator)
                    .isEqualTo(figure.numerator() * (common ? 2 : 1));
        }
    }

    @Test
    void onEachIndicatorAskedForAlone() throws IOException {
        ASSESSMENT.empty();
        var chance = new Random(20110501);
        for (int i = 0; i < 50; i++) {
            ASSESSMENT.facts(fact(chance));
        }
        var archive = archive("2011-02");
        for (var indicator : ASSESSMENT.get(IndicatorBook.class).indicators()) {
            var code = Optional.of(indicator.code());
            assertThat(archive.figures("2011-02", "all", Optional.empty(), code))
                    .as(indicator.code())
                    .isEqualTo(live("2011-02", code));
        }
    }

    private static SortedSet<String> months(FactTable.Section section) {
        var months = new TreeSet<String>();
        section.facts()
                .forEach(fact ->
                        MONTH.matcher(fact).results().forEach(found -> months.add(found.group(1))));
        return months;
    }

    private static List<Figure> live(String period) {
        return live(period, Optional.empty());
    }

    private static List<Figure> live(String period, Optional<String> code) {
        var figures = new ArrayList<Figure>();
        var book = ASSESSMENT.get(IndicatorBook.class);
        var kinds = ASSESSMENT.get(EvaluatePeriod.class);
        for (String kind : ASSESSMENT.get(Assessment.class).listSubjectKinds()) {
            if (code.isEmpty()
                    || kinds.listSubjectKinds(book.find(code.get()).orElseThrow()).contains(kind)) {
                figures.addAll(ASSESSMENT.figures(period, kind, code));
            }
        }
        return figures;
    }

    private static List<Figure> archived(String period, String... months) throws IOException {
        return archive(months).figures(period, "all");
    }

    private static ArchiveOfFacts archive(String... months) throws IOException {
        var root = Files.createTempDirectory(Path.of("target"), "archive");
        var archive = new ArchiveOfFacts(ASSESSMENT, root);
        for (String month : months) {
            archive.keep("BOS", month);
        }
        return archive;
    }

    private static Facts fact(Random chance) {
        Instant reported = Facts.at("2010-12-20T00:00").plus(hours(chance, 24 * 110));
        @Nullable Instant filed = later(chance, reported, 4);
        @Nullable Instant dispatched = filed == null ? null : later(chance, filed, 4);
        @Nullable Instant due = dispatched == null ? null : later(chance, dispatched, 24 * 40);
        @Nullable Instant handled = dispatched == null ? null : later(chance, dispatched, 24 * 60);
        @Nullable Instant ended = handled == null ? null : later(chance, handled, 24 * 20);
        int failed = chance.nextInt(4) == 0 ? 1 + chance.nextInt(2) : 0;
        return new Facts(
                ended == null
                        ? (handled == null ? "HANDLING" : "TO_CHECK")
                        : chance.nextInt(5) == 0 ? "CANCELLED" : "CLOSED",
                pick(chance, SOURCES),
                pick(chance, CATEGORIES),
                pick(chance, DEPARTMENTS),
                List.of("BOS", chance.nextBoolean() ? "01" : "02"),
                reported,
                filed,
                dispatched,
                due,
                handled,
                ended,
                failed > 0 && due != null ? due.minus(hours(chance, 48)) : null,
                failed,
                chance.nextInt(9) == 0);
    }

    private static @Nullable Instant later(Random chance, Instant than, int hours) {
        return chance.nextInt(6) == 0 ? null : than.plus(hours(chance, hours));
    }

    /// Down to the microsecond, which is what both engines keep.
    private static Duration hours(Random chance, int atMost) {
        return Duration.ofMillis(chance.nextLong(Duration.ofHours(atMost).toMillis()))
                .plusNanos(1000L * chance.nextInt(1000));
    }

    private static String pick(Random chance, List<String> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
