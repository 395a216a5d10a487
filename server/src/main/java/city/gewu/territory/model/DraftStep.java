package city.gewu.territory.model;

import city.gewu.platform.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing done to the borders or names of a level (编辑步骤).
///
/// @param units codes of the units it is done to
/// @param line positions in longitude and latitude: of the cut, of the new border, or from where to
///   where a point moves
/// @param given codes that come into being by it
/// @param name the new name; blank for steps that name nothing
/// @param parts codes of units of the finest level whose ground is assigned
public record DraftStep(
        Kind kind,
        List<String> units,
        List<List<Double>> line,
        List<String> given,
        Named name,
        List<String> parts) {

    /// What can be done.
    public enum Kind {
        /// One unit becomes two, along a line.
        SPLIT,
        /// Neighbours become one unit.
        MERGE,
        /// A point of a border moves, in every unit that has it.
        MOVE,
        /// Two neighbours get another border between them.
        REDRAW,
        /// A unit gets another name.
        RENAME,
        /// A unit gets another code; the old one ends.
        RECODE,
        /// A unit that is formed of smaller ones gets some of them, from whichever had them.
        ASSIGN
    }

    public DraftStep {
        units = List.copyOf(units);
        line = line.stream().map(List::copyOf).toList();
        given = List.copyOf(given);
        parts = keptWithoutParts(parts) ? List.of() : List.copyOf(parts);
    }

    public DraftStep(
            Kind kind,
            List<String> units,
            List<List<Double>> line,
            List<String> given,
            Named name) {
        this(kind, units, line, given, name, List.of());
    }

    /// Steps that were kept before there were parts have none.
    private static boolean keptWithoutParts(@Nullable List<String> parts) {
        return parts == null;
    }

    public DraftStep giving(List<String> codes) {
        return new DraftStep(kind, units, line, codes, name, parts);
    }
}
