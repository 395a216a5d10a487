package city.gewu.casework.usecase;

import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the place of record of a problem: the one the source itself names, else the one its
/// position lies in. What does not fit together is flagged, never silently put right; where the
/// source leaves a level blank, the case stays unplaced there.
final class Placement {

    private static final String OUTSIDE = "position.outside-city";
    private static final String PLACEHOLDER = "position.placeholder";
    private static final String DIFFERS = "place.differs-from-position";

    private final Territory territory;
    private final int levels;

    Placement(Territory territory) {
        this.territory = territory;
        this.levels =
                territory.getCity().levels().stream()
                        .mapToInt(level -> level.depth())
                        .max()
                        .orElse(0);
    }

    /// @param units one code for each level, empty text where none is known
    record Placed(List<String> units, List<String> flags) {}

    /// Where a problem lies that somebody stands before now: it must be in the city.
    Placed placeLive(Problem problem) {
        var placed = place(problem);
        if (problem.declaredPlace().isEmpty() && placed.flags().contains(OUTSIDE)) {
            throw new RefusedException(
                    "casework.outside-city",
                    "The position (%s) lies outside the city."
                            .formatted(
                                    problem.position()
                                            .map(p -> p.longitude() + ", " + p.latitude())
                                            .orElse("")),
                    "Put the marker where the problem is.");
        }
        if (problem.declaredPlace().isEmpty() && problem.position().isEmpty()) {
            throw new RefusedException(
                    "casework.missing-position",
                    "The problem has neither a position nor a place.",
                    "Put the marker where the problem is.");
        }
        return placed;
    }

    Placed place(Problem problem) {
        var flags = new ArrayList<>(problem.flags());
        Optional<Position> position =
                flags.contains(PLACEHOLDER) ? Optional.empty() : problem.position();
        var found = position.flatMap(p -> territory.findPlace(p.longitude(), p.latitude()));
        if (position.isPresent() && found.isEmpty()) {
            flag(flags, OUTSIDE);
        }
        if (problem.declaredPlace().isEmpty()) {
            return new Placed(units(found), flags);
        }
        return declared(units(problem.declaredPlace()), units(found), flags);
    }

    private Placed declared(List<String> declared, List<String> found, List<String> flags) {
        boolean differs =
                IntStream.range(0, levels)
                        .anyMatch(i ->
                                !declared.get(i).isEmpty()
                                        && !found.get(i).isEmpty()
                                        && !declared.get(i).equals(found.get(i)));
        if (differs) {
            flag(flags, DIFFERS);
        }
        return new Placed(declared, flags);
    }

    private List<String> units(Optional<Place> place) {
        return IntStream.rangeClosed(1, levels)
                .mapToObj(depth -> place.map(p -> p.unit(depth)).orElse(""))
                .toList();
    }

    private static void flag(List<String> flags, String flag) {
        if (!flags.contains(flag)) {
            flags.add(flag);
        }
    }
}
