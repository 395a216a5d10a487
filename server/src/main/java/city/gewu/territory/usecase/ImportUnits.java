package city.gewu.territory.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory.ImportedUnits;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.territory.geojson.GeoJsonReader;
import city.gewu.territory.model.CitySnapshot;
import city.gewu.territory.model.ImportPlan;
import city.gewu.territory.model.UnitShape;
import city.gewu.territory.store.CityStore;
import city.gewu.territory.store.UnitStore;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Imports the units of one level: read, checked, compared, written, all or nothing.
@Component
class ImportUnits {

    private final CityStore cities;
    private final UnitStore units;
    private final TerritoryMemory memory;
    private final TransactionOperations transaction;

    ImportUnits(
            CityStore cities,
            UnitStore units,
            TerritoryMemory memory,
            TransactionOperations transaction) {
        this.cities = cities;
        this.units = units;
        this.memory = memory;
        this.transaction = transaction;
    }

    ImportedUnits importUnits(UnitImport request, InputStream geoJson, Consumer<String> warnings) {
        CitySnapshot city = memory.getSnapshot();
        var level = city.level(request.level()).level();
        LocalDate day = effectiveOn(request);
        var file = GeoJsonReader.read(request.file(), geoJson);
        List<UnitShape> read = new UnitReader(request, warnings).read(file);
        List<UnitShape> nested =
                city.findLevel(level.parent())
                        .map(above -> new Nesting(city, above, warnings).nest(read))
                        .orElse(read);
        Neighbours.tell(nested, warnings);
        ImportPlan plan = transaction.execute(_ -> write(level.code(), nested, day));
        memory.refresh();
        return new ImportedUnits(
                file.features().size(),
                plan.added().size(),
                plan.changed().size(),
                plan.retired().size(),
                plan.unchanged());
    }

    private ImportPlan write(String level, List<UnitShape> imported, LocalDate day) {
        cities.lockCity();
        var plan = ImportPlan.of(units.listLatest(level), imported, day);
        if (!plan.changesNothing()) {
            var closed = new ArrayList<>(plan.retired());
            plan.changed().forEach(unit -> closed.add(unit.code()));
            units.closeVersions(level, closed, day);
            units.insertVersions(level, plan.added(), day);
            units.insertVersions(level, plan.changed(), day);
            cities.advanceRevision();
        }
        return plan;
    }

    private static LocalDate effectiveOn(UnitImport request) {
        try {
            return LocalDate.parse(request.effectiveOn());
        } catch (DateTimeParseException e) {
            throw new RefusedException(
                    "territory.bad-effective-date",
                    "The date (%s) from which the level (%s) is in force is no date."
                            .formatted(request.effectiveOn(), request.level()),
                    "Write it as 2026-11-23 in the city file.");
        }
    }
}
