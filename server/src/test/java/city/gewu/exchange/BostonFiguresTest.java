package city.gewu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures of the system beside a count of the export made without it: this test reads the file
/// by itself and knows nothing of cases.
class BostonFiguresTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /// Cases that count, and cases they are counted of.
    private record Count(long numerator, long denominator) {
        Count plus(boolean counts) {
            return new Count(numerator + (counts ? 1 : 0), denominator + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2011-07, department", "2011-08, department", "2011-09, department",
        "2011-07, ward", "2011-08, ward", "2011-09, ward",
        "2011-08, precinct", "2011-Q3, department", "2011, ward"
    })
    void agreeWithACountOfTheFileMadeByOtherMeans(String period, String subjectKind)
            throws IOException {
        var boston = BostonCity.imported();

        for (var indicator : List.of("on_time_rate", "closing_rate")) {
            var expected = count(period, subjectKind, indicator);
            assertThat(expected).hasSizeGreaterThan(5);
            assertThat(evaluate(boston, period, subjectKind, indicator))
                    .as("%s %s %s", period, subjectKind, indicator)
                    .isEqualTo(expected);
        }
    }

    private static Map<String, Count> evaluate(
            BostonCity boston, String period, String subjectKind, String indicator) {
        var figures = new TreeMap<String, Count>();
        boston.assessment.evaluate(
                period,
                subjectKind,
                Optional.of(indicator),
                figure -> {
                    if (figure.denominator() > 0) {
                        figures.put(
                                figure.subject(),
                                new Count(figure.numerator(), figure.denominator()));
                    }
                });
        return figures;
    }

    private static Map<String, Count> count(String period, String subjectKind, String indicator)
            throws IOException {
        var from = from(period);
        var to = to(period);
        var counts = new TreeMap<String, Count>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(BostonCity.export())) {
            for (var row : rows) {
                var due = time(row, "target_dt").filter(at -> !at.isBefore(from) && at.isBefore(to));
                if (due.isPresent()) {
                    var closed = time(row, "closed_dt");
                    boolean inTime =
                            indicator.equals("on_time_rate")
                                    ? closed.filter(at -> !at.isAfter(due.get())).isPresent()
                                    : closed.filter(at -> at.isBefore(to)).isPresent();
                    counts.compute(
                            subject(row, subjectKind),
                            (_, before) ->
                                    (before == null ? new Count(0, 0) : before).plus(inTime));
                }
            }
        }
        return counts;
    }

    private static String subject(NamedCsvRecord row, String subjectKind) {
        var text = row.getField(subjectKind).strip();
        // A precinct of 2011 that the units of today do not have.
        if (text.isEmpty() || text.equals("0502A")) {
            return "-";
        }
        return subjectKind.equals("ward")
                ? "%02d".formatted(Integer.parseInt(text.replace("Ward", "").strip()))
                : text;
    }

    private static Optional<ZonedDateTime> time(NamedCsvRecord row, String column) {
        var text = row.getField(column).strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(text, TIME).atZone(ZONE));
    }

    private static ZonedDateTime from(String period) {
        var first =
                period.equals("2011")
                        ? YearMonth.of(2011, 1)
                        : period.equals("2011-Q3") ? YearMonth.of(2011, 7) : YearMonth.parse(period);
        return first.atDay(1).atStartOfDay(ZONE);
    }

    private static ZonedDateTime to(String period) {
        int months = period.equals("2011") ? 12 : period.equals("2011-Q3") ? 3 : 1;
        return from(period).toLocalDate().plusMonths(months).atStartOfDay(ZONE);
    }
}
