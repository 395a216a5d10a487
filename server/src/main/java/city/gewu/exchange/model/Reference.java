package city.gewu.exchange.model;

import city.gewu.casework.Position;
import city.gewu.territory.Place;
import java.util.List;
import java.util.Optional;

/// What the city knows while an export is read.
public interface Reference {

    /// Code of the category that a code, a name, or the names of major and minor stand for.
    Optional<String> findCategory(List<String> names);

    boolean hasCategory(String code);

    boolean hasDepartment(String code);

    /// Number of levels of the city.
    int depth();

    /// Whether the level's units were imported, so that a code can be checked.
    boolean hasUnits(String level);

    boolean hasUnit(String level, String code);

    /// The unit that is the whole city, or empty text.
    String wholeCity();

    /// Whether any area was imported, so that a position can be checked.
    boolean hasAreas();

    Optional<Place> findPlace(Position position);

    Optional<Place> findPlaceOf(String level, String code);
}
