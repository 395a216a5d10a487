package city.gewu.engagement.usecase;

import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.store.HeldReportStore;
import city.gewu.engagement.store.HeldReportStore.Placed;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which units a report lies in. They are written down when it comes and stay, as those of a case
/// do.
@Component
public class ReportPlaces {

    private static final int AT_ONCE = 1_000;

    private final Territory territory;
    private final HeldReportStore held;

    ReportPlaces(Territory territory, HeldReportStore held) {
        this.territory = territory;
        this.held = held;
    }

    /// Code of the unit for each level of the city; empty when it lies nowhere.
    List<String> of(SentReport sent) {
        return sent.position().map(this::at).orElse(List.of());
    }

    private List<String> at(Spot spot) {
        return territory
                .findPlace(spot.longitude(), spot.latitude())
                .map(Place::units)
                .orElse(List.of());
    }

    /// Places the reports that an earlier program kept without.
    public void placeOld() {
        if (territory.findCity().isEmpty()) {
            return;
        }
        long after = 0;
        while (true) {
            var some = held.listUnplaced(after, AT_ONCE);
            if (some.isEmpty()) {
                return;
            }
            held.place(some.stream().map(one -> new Placed(one.id(), at(one.spot()))).toList());
            after = some.getLast().id();
        }
    }
}
