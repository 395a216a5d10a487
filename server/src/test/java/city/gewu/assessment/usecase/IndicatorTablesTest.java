package city.gewu.assessment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.assessment.FactTable;
import city.gewu.assessment.FactTable.Section;
import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.model.IndicatorBook;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every indicator alone against a table of facts made by hand.
class IndicatorTablesTest {

    private static final GivenAssessment GIVEN = new GivenAssessment();

    static Stream<Section> tables() throws IOException {
        return FactTable.read().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theFactsGiveTheFigures(Section table) {
        GIVEN.table().lay(table.facts());
        for (var line : table.figures()) {
            var words = List.of(line.split(" ", 3));
            assertThat(GIVEN.figure("2011-08", words.get(0), words.get(1), table.indicator()))
                    .as("%s: %s", table.indicator(), line)
                    .isEqualTo(words.get(2));
        }
    }

    @Test
    void noIndicatorIsWithoutItsTable() throws IOException {
        var tabled = FactTable.read().stream().map(Section::indicator).distinct().toList();
        assertThat(GIVEN.get(IndicatorBook.class).indicators())
                .extracting(it -> it.code())
                .containsExactlyInAnyOrderElementsOf(tabled);
    }

    /// A share has a table in which there is nothing to divide by, or in which its subject is not
    /// there at all.
    @Test
    void noShareIsWithoutAnEmptyDenominator() throws IOException {
        var empty =
                FactTable.read().stream()
                        .filter(table ->
                                table.figures().stream().anyMatch(IndicatorTablesTest::isEmpty))
                        .map(Section::indicator)
                        .toList();
        assertThat(empty)
                .containsAll(
                        List.of(
                                "on_time_rate",
                                "on_time_handling_rate",
                                "valid_report_rate",
                                "missed_rate",
                                "check_on_time_rate",
                                "dispatch_accuracy_rate",
                                "satisfaction_rate"));
    }

    private static boolean isEmpty(String figure) {
        return figure.contains("0/0 =") || figure.endsWith("none");
    }
}
