package city.gewu.worktime.usecase;

import city.gewu.platform.LaidDown;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.store.CalendarStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The calendars that were laid down, kept in memory; which one counts is asked of the clock each
/// time, so one laid down for later comes into force by itself.
@Component
public class CalendarMemory {

    private final CalendarStore calendars;
    private final Clock clock;
    private volatile @Nullable List<LaidDown> laidDown;
    private volatile Map<String, CalendarReader.Read> read = Map.of();

    CalendarMemory(CalendarStore calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /// Everything that was ever laid down, in that order.
    public List<LaidDown> listLaidDown() {
        var known = laidDown;
        return known == null ? refresh() : known;
    }

    /// Looks again at what was laid down, also by another server on the same database.
    @Scheduled(fixedDelay = 5_000)
    public synchronized List<LaidDown> refresh() {
        var all = calendars.listLaidDown();
        laidDown = all;
        return all;
    }

    /// What counts at a moment, or now when that lies behind us: an imported past is held to the
    /// calendar of today, since calendars name the days of the past too.
    CalendarReader.Read getInForce(Instant moment) {
        var now = clock.instant();
        return LaidDown.findInForce(listLaidDown(), moment.isAfter(now) ? moment : now)
                .flatMap(one -> find(one.version()))
                .orElseThrow(() ->
                        new RefusedException(
                                "worktime.no-calendar",
                                "No working calendar is in force.",
                                "Import the city's calendar file."));
    }

    /// A calendar never changes, so it is read once.
    public Optional<CalendarReader.Read> find(String version) {
        var known = read.get(version);
        return known == null ? keep(version) : Optional.of(known);
    }

    private synchronized Optional<CalendarReader.Read> keep(String version) {
        var found =
                calendars
                        .find(version)
                        .map(stored -> CalendarReader.read(stored.file(), stored.content()));
        found.ifPresent(calendar -> {
            var more = new HashMap<>(read);
            more.put(version, calendar);
            read = Map.copyOf(more);
        });
        return found;
    }
}
