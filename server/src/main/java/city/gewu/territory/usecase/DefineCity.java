package city.gewu.territory.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.store.CityStore;
import city.gewu.territory.store.UnitStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Sets the city up, or changes its settings.
@Component
class DefineCity {

    private final CityStore cities;
    private final UnitStore units;
    private final TerritoryMemory memory;
    private final TransactionOperations transaction;

    DefineCity(
            CityStore cities,
            UnitStore units,
            TerritoryMemory memory,
            TransactionOperations transaction) {
        this.cities = cities;
        this.units = units;
        this.memory = memory;
        this.transaction = transaction;
    }

    void define(City city) {
        requireLevels(city.levels());
        transaction.executeWithoutResult(_ -> {
            if (!cities.findCity().equals(Optional.of(city))) {
                requireUnitsKeepTheirLevel(city.levels());
                cities.saveCity(city);
            }
        });
        memory.refresh();
    }

    private static void requireLevels(List<Level> levels) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean known = level.parent().isEmpty() || codes.contains(level.parent());
            if (level.depth() != i + 1 || !known || !codes.add(level.code())) {
                throw new RefusedException(
                        "territory.bad-levels",
                        "The level (%s) at depth (%d) under (%s) does not fit."
                                .formatted(level.code(), level.depth(), level.parent()),
                        "Number the levels from 1 without a gap, give each a code of its own, and"
                                + " name a parent that stands above it.");
            }
        }
        if (levels.isEmpty()) {
            throw new RefusedException(
                    "territory.bad-levels",
                    "The city has no levels.",
                    "Declare at least the level of the whole city.");
        }
    }

    private void requireUnitsKeepTheirLevel(List<Level> levels) {
        var codes = levels.stream().map(Level::code).toList();
        for (String level : units.listLevelsWithUnits()) {
            if (!codes.contains(level)) {
                throw new RefusedException(
                        "territory.level-in-use",
                        "The level (%s) has units and would disappear.".formatted(level),
                        "Keep the level in the city file.");
            }
        }
    }
}
