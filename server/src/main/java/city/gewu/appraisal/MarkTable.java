package city.gewu.appraisal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Who stood where in a month, and why (考评成绩表).
///
/// @param scheme code of the scheme
/// @param version of the scheme
/// @param rows the best first; those without a rank last, by code
public record MarkTable(String kind, String month, String scheme, int version, List<Row> rows) {

    public MarkTable {
        rows = List.copyOf(rows);
    }

    /// @param marks one for each line of the scheme, in its order, then its bonuses and deductions
    /// @param total of 100, two decimals; empty when too little of the scheme could be marked
    /// @param rank 1 for the best, equal for equals; empty without a total
    /// @param grade letter of the band: `A`
    public record Row(
            String subject,
            List<Mark> marks,
            Optional<BigDecimal> total,
            Optional<Integer> rank,
            Optional<String> grade) {

        public Row {
            marks = List.copyOf(marks);
        }

        public Optional<Mark> find(String indicator) {
            return marks.stream().filter(mark -> mark.indicator().equals(indicator)).findFirst();
        }
    }

    /// @param weight in the total; zero for a bonus or a deduction
    /// @param value as published: plain decimal text, empty without a denominator
    /// @param sample what the figure rests on: its denominator, or the count itself
    /// @param marks of 100 for a line; what is added or taken away for a bonus or a deduction;
    ///   empty when the sample is below the least of the indicator
    public record Mark(
            String indicator,
            BigDecimal weight,
            long numerator,
            long denominator,
            String value,
            long sample,
            Optional<BigDecimal> marks) {}

    /// The one writing of the table: a head line, then a line for each mark and one for each total,
    /// fields parted by tabs, UTF-8.
    public byte[] canonicalBytes() {
        var text = new StringBuilder();
        line(text, "marks/1", kind, month, scheme, Integer.toString(version));
        for (var row : rows) {
            for (var mark : row.marks()) {
                line(
                        text,
                        "mark",
                        row.subject(),
                        mark.indicator(),
                        mark.weight().toPlainString(),
                        Long.toString(mark.numerator()),
                        Long.toString(mark.denominator()),
                        mark.value(),
                        Long.toString(mark.sample()),
                        plain(mark.marks()));
            }
            line(
                    text,
                    "total",
                    row.subject(),
                    plain(row.total()),
                    row.rank().map(rank -> Integer.toString(rank)).orElse(""),
                    row.grade().orElse(""));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(Optional<BigDecimal> marks) {
        return marks.map(BigDecimal::toPlainString).orElse("");
    }

    private static void line(StringBuilder into, String... fields) {
        into.append(String.join("\t", fields)).append('\n');
    }
}
