package city.gewu.territory.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.model.CitySnapshot;
import city.gewu.territory.model.UnitVersion;
import city.gewu.territory.store.BaseFeatureStore;
import city.gewu.territory.store.CityStore;
import city.gewu.territory.store.UnitStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Holds the snapshot in force. It is loaded at the start, again after every change made here, and
/// whenever another process has changed the geography or a new day begins in the city.
@Component
public class TerritoryMemory {

    private final CityStore cities;
    private final UnitStore units;
    private final BaseFeatureStore baseFeatures;
    private final Clock clock;
    private volatile Optional<CitySnapshot> snapshot = Optional.empty();

    TerritoryMemory(CityStore cities, UnitStore units, BaseFeatureStore baseFeatures, Clock clock) {
        this.cities = cities;
        this.units = units;
        this.baseFeatures = baseFeatures;
        this.clock = clock;
    }

    /// Refused with `territory.no-city` before a city is set up.
    public CitySnapshot getSnapshot() {
        return findSnapshot()
                .orElseThrow(() ->
                        new RefusedException(
                                "territory.no-city",
                                "No city has been set up in this data directory.",
                                "Import a city file first, or start the demo."));
    }

    public Optional<CitySnapshot> findSnapshot() {
        if (snapshot.isEmpty()) {
            refresh();
        }
        return snapshot;
    }

    /// Loads the snapshot anew when something has changed since.
    @Scheduled(fixedDelay = 5_000)
    public synchronized void refresh() {
        Optional<Long> revision = cities.findRevision();
        Optional<City> city = revision.flatMap(_ -> cities.findCity());
        if (revision.isEmpty() || city.isEmpty()) {
            snapshot = Optional.empty();
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), city.get().zone());
        boolean current =
                snapshot.filter(s -> s.revision() == revision.get() && s.day().equals(today))
                        .isPresent();
        if (!current) {
            var inForce = units.listInForce(today).stream().map(UnitVersion::unit).toList();
            snapshot =
                    Optional.of(
                            new CitySnapshot(
                                    revision.get(),
                                    today,
                                    city.get(),
                                    inForce,
                                    baseFeatures.listAll()));
        }
    }
}
