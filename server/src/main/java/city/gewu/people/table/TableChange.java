package city.gewu.people.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a row does to what is kept.
///
/// @param key what the row is about: a code, a staff number
/// @param fields empty when nothing changes
public record TableChange(int line, What what, String key, List<Field> fields) {

    public TableChange {
        fields = List.copyOf(fields);
    }

    /// What happens to the record of a row.
    public enum What {
        ADDED,
        CHANGED,
        ENDED,
        UNCHANGED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param before empty for a record that is added
    public record Field(String field, Optional<String> before, String after) {}
}
