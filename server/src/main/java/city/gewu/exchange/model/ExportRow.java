package city.gewu.exchange.model;

import java.util.List;
import java.util.Map;

/// One row of an export, by the names of its columns.
///
/// @param where file and line, for messages
/// @param columns position of each column by name
public record ExportRow(String where, Map<String, Integer> columns, List<String> fields) {

    /// The value with single spaces and none around; empty text when the row has none.
    public String value(String column) {
        var at = columns.get(column);
        return at == null || at >= fields.size() ? "" : Template.squeeze(fields.get(at));
    }
}
