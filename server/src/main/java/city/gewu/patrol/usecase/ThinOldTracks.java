package city.gewu.patrol.usecase;

import city.gewu.engine.track.Thinning;
import city.gewu.engine.track.Track;
import city.gewu.engine.track.TrackPoint;
import city.gewu.engine.track.TrackRules;
import city.gewu.patrol.store.ArchiveStore;
import city.gewu.patrol.store.ArchiveStore.Thinned;
import city.gewu.patrol.store.PositionStore;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Thins the tracks of days that are older than the city keeps positions: the line stays, the
/// points go for good.
@Component
public class ThinOldTracks {

    /// No point left out lies farther from the line than this.
    private static final double TOLERANCE_METRES = 10;

    /// Turns that are read together: a day of a whole city does not fit into memory.
    private static final int AT_ONCE = 20;

    /// No phone sends a batch again after so long.
    private static final Duration BATCHES_KEPT = Duration.ofDays(60);

    private final ArchiveStore archive;
    private final PositionStore positions;
    private final PositionWriter writer;
    private final FieldSettings settings;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ThinOldTracks(
            ArchiveStore archive,
            PositionStore positions,
            PositionWriter writer,
            FieldSettings settings,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock) {
        this.archive = archive;
        this.positions = positions;
        this.writer = writer;
        this.settings = settings;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Thins what is due; answers how many days. One transaction a day: a day is either whole or
    /// thinned.
    public int thin() {
        return territory.findCity().map(city -> thin(today(city.zone()))).orElse(0);
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private int thin(LocalDate today) {
        var oldest = today.minus(settings.keepPositions());
        var due = archive.listDays().stream().filter(day -> day.isBefore(oldest)).toList();
        for (var day : due) {
            transaction.executeWithoutResult(_ -> thinDay(day));
            writer.forgetDays();
        }
        positions.forgetBatches(clock.instant().minus(BATCHES_KEPT));
        return due.size();
    }

    private void thinDay(LocalDate day) {
        archive.lock();
        var turns = archive.listTurns(day);
        for (int at = 0; at < turns.size(); at += AT_ONCE) {
            var some = turns.subList(at, Math.min(at + AT_ONCE, turns.size()));
            archive.listDay(day, some)
                    .forEach((turn, points) -> archive.save(day, thinned(turn, points)));
        }
        archive.dropDay(day);
    }

    private Thinned thinned(long turn, List<TrackPoint> points) {
        var track = Track.clean(points, TrackRules.street(settings.accuracyLimitMetres()));
        var counting = track.counting();
        return new Thinned(
                turn,
                points.size(),
                counting.size(),
                track.metres(),
                Thinning.thin(counting, TOLERANCE_METRES));
    }
}
