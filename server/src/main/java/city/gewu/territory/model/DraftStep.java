package city.gewu.territory.model;

import city.gewu.platform.Named;
import java.util.List;

/// One thing done to the borders or names of a level (编辑步骤).
///
/// @param units codes of the units it is done to
/// @param line positions in longitude and latitude: of the cut, of the new border, or from where to
///   where a point moves
/// @param given codes that come into being by it
/// @param name the new name; blank for steps that name nothing
public record DraftStep(
        Kind kind, List<String> units, List<List<Double>> line, List<String> given, Named name) {

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
        RECODE
    }

    public DraftStep {
        units = List.copyOf(units);
        line = line.stream().map(List::copyOf).toList();
        given = List.copyOf(given);
    }

    public DraftStep giving(List<String> codes) {
        return new DraftStep(kind, units, line, codes, name);
    }
}
