package city.gewu.demo.story;

import city.gewu.casework.Position;
import java.util.Optional;

/// What stands along the roads and belongs to somebody (部件): lamps, covers, signs.
@FunctionalInterface
public interface Fittings {

    /// The nearest one of a category that has an owner and stands in the same duty grid.
    Optional<Fitting> findNear(String category, Position at, String dutyGrid);

    /// @param owner code of the department that answers for it
    record Fitting(Position position, String owner) {}
}
