package city.gewu.people.table;

import city.gewu.people.table.TableChange.Field;
import city.gewu.people.table.TableChange.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what differs between a record and the row about it.
public final class FieldList {

    private final List<Field> fields = new ArrayList<>();
    private final boolean added;

    /// @param added whether there is no record yet: then every field with a value is listed
    public FieldList(boolean added) {
        this.added = added;
    }

    public FieldList with(String field, String before, String after) {
        if (added && !after.isEmpty()) {
            fields.add(new Field(field, Optional.empty(), after));
        } else if (!added && !before.equals(after)) {
            fields.add(new Field(field, Optional.of(before), after));
        }
        return this;
    }

    public FieldList with(String field, Optional<?> before, Optional<?> after) {
        return with(
                field,
                before.map(Object::toString).orElse(""),
                after.map(Object::toString).orElse(""));
    }

    public TableChange change(int line, String key) {
        var what = added ? What.ADDED : fields.isEmpty() ? What.UNCHANGED : What.CHANGED;
        return new TableChange(line, what, key, fields);
    }
}
