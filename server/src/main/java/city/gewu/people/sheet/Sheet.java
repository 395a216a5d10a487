package city.gewu.people.sheet;

import java.util.List;

/// A table as a file holds it: one row of column names, and the rows below it. Rows without any
/// text are left out.
public record Sheet(List<String> header, List<Line> lines) {

    public Sheet {
        header = List.copyOf(header);
        lines = List.copyOf(lines);
    }

    /// @param number of the row in the file, from 1
    /// @param fits whether it has as many cells as the header
    public record Line(int number, List<String> cells, boolean fits) {

        public Line {
            cells = List.copyOf(cells);
        }
    }
}
