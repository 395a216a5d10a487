package city.gewu.facility.model;

import java.util.Map;

/// A row of a file, as text.
///
/// @param row its number, from 1
public record FacilityRow(int row, Map<String, String> fields) {

    public FacilityRow {
        fields = Map.copyOf(fields);
    }

    /// The field without blanks around it, or empty text.
    public String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
