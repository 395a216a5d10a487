package city.gewu.casework.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a decision adds to the ledger, before it has a place there.
///
/// @param kind past tense, kebab case, never renamed
/// @param details by name, sorted; a detail with nothing to say is left out
public record Happening(String kind, SortedMap<String, String> details) {

    public Happening {
        details = Collections.unmodifiableSortedMap(details);
    }

    public static Happening of(String kind) {
        return new Happening(kind, Collections.emptySortedMap());
    }

    public Happening with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        var more = new TreeMap<>(details);
        more.put(name, value);
        return new Happening(kind, more);
    }
}
