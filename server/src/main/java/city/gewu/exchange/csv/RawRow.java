package city.gewu.exchange.csv;

import city.gewu.platform.Refusal;
import java.util.List;
import java.util.Optional;

/// One row as the file has it.
///
/// @param line number of its first line, counted from 1
/// @param broken why the row cannot be used at all; `fields` then holds what could be read
public record RawRow(long line, List<String> fields, Optional<Refusal> broken) {

    public RawRow {
        fields = List.copyOf(fields);
    }
}
