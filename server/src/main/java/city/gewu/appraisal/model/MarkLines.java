package city.gewu.appraisal.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.MarkTable.Mark;
import city.gewu.appraisal.MarkTable.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the one writing of a table of marks back.
public final class MarkLines {

    private static final String HEAD = "marks/1";

    private MarkLines() {}

    /// @param canonical as [MarkTable#canonicalBytes] wrote it
    public static MarkTable read(byte[] canonical) {
        var lines = new String(canonical, UTF_8).lines().toList();
        var head = fields(lines.getFirst());
        if (!head.getFirst().equals(HEAD)) {
            throw new IllegalArgumentException("Not a table of marks: " + head.getFirst());
        }
        var rows = new ArrayList<Row>();
        var marks = new ArrayList<Mark>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = fields(line);
            if (fields.getFirst().equals("mark")) {
                marks.add(
                        new Mark(
                                fields.get(2),
                                new BigDecimal(fields.get(3)),
                                Long.parseLong(fields.get(4)),
                                Long.parseLong(fields.get(5)),
                                fields.get(6),
                                Long.parseLong(fields.get(7)),
                                decimal(fields.get(8))));
            } else {
                rows.add(
                        new Row(
                                fields.get(1),
                                marks,
                                decimal(fields.get(2)),
                                fields.get(3).isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(Integer.parseInt(fields.get(3))),
                                fields.get(4).isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(fields.get(4))));
                marks.clear();
            }
        }
        return new MarkTable(
                head.get(1), head.get(2), head.get(3), Integer.parseInt(head.get(4)), rows);
    }

    private static List<String> fields(String line) {
        return List.of(line.split("\t", -1));
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
