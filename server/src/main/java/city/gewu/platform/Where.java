package city.gewu.platform;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Optional filters of a list. Conditions are literals, so what a person typed can only be a value.
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /// Adds the condition when the person filled in the field.
    public Where and(
            @CompileTimeConstant String condition,
            @CompileTimeConstant String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    public String sql() {
        return conditions.isEmpty() ? "" : "where " + String.join("\n  and ", conditions);
    }

    /// The statement with the filters where it says `/* filters */`, after a condition that always
    /// holds. Without any the statement stays as it is, so that a plan gate can read it.
    public String into(@CompileTimeConstant String statement) {
        return conditions.isEmpty()
                ? statement
                : statement.replace("/* filters */", "and " + String.join("\n  and ", conditions));
    }

    public Map<String, Object> values() {
        return values;
    }
}
