package city.gewu.engine.worktime;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The table of due times that people check by hand.
class DueTimesTest {

    private static final Path TABLE = Path.of("src/test/resources/golden/due-times.md");
    private static final Map<String, WorkCalendar> CALENDARS =
            Map.of(
                    "china", Calendars.china(),
                    "summer", Calendars.withSummerHours(),
                    "boston", Calendars.boston(),
                    "nights", Calendars.nights());

    @Test
    void everyRowOfTheHandCheckedTableHolds() throws IOException {
        var computed = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (List<String> row : rows()) {
            var calendar = requireNonNull(CALENDARS.get(row.get(0)));
            var zone = calendar.zone();
            Instant start = LocalDateTime.parse(row.get(1)).atZone(zone).toInstant();
            String[] words = row.get(2).split(" ", 2);
            var limit = new TimeLimit(Integer.parseInt(words[0]), LimitUnit.valueOf(words[1]));
            expected.add(String.join(" | ", row.subList(0, 5)));
            computed.add(
                    "%s | %s | %s | %s | %s"
                            .formatted(
                                    row.get(0),
                                    row.get(1),
                                    row.get(2),
                                    LocalDateTime.ofInstant(calendar.due(start, limit), zone),
                                    LocalDateTime.ofInstant(calendar.warn(start, limit), zone)));
        }
        assertThat(computed).hasSizeGreaterThan(40).isEqualTo(expected);
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| calendar"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
    }
}
