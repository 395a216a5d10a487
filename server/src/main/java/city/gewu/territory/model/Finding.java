package city.gewu.territory.model;

import java.util.List;

/// Something about a draft that people must know (检查结果).
///
/// @param blocking whether it keeps the draft from being applied
/// @param units codes it is about
/// @param squareMetres ground it is about; 0 where it is about none
/// @param count people or units it is about; 0 where it counts none
/// @param longitude of a point where it shows; 0 where there is none
public record Finding(
        Kind kind,
        boolean blocking,
        List<String> units,
        double squareMetres,
        int count,
        double longitude,
        double latitude) {

    /// What may be found.
    public enum Kind {
        /// A border crosses itself.
        BROKEN_SHAPE,
        /// Two units hold the same ground.
        OVERLAP,
        /// Ground that a unit held and none holds now.
        GAP,
        /// Ground that no unit held before.
        NEW_GROUND,
        /// Ground outside the unit of the level above.
        OUTSIDE_PARENT,
        /// Units of a level below that lie across the new borders.
        CHILDREN,
        /// Units of a level below that come to lie in another unit.
        GIVEN_CHILDREN,
        /// People posted to a code that ends.
        POSTED,
        /// The level has changed since the draft was begun.
        OUTDATED
    }
}
