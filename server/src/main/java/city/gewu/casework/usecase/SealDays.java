package city.gewu.casework.usecase;

import city.gewu.casework.store.DaySeals;
import city.gewu.casework.store.DaySeals.Seal;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals the days that are over where the city is. A day without events gets no seal.
@Component
class SealDays {

    /// A command given on the last second of a day is written within this time.
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final DaySeals seals;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SealDays(DaySeals seals, Territory territory, TransactionTemplate transaction, Clock clock) {
        this.seals = seals;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    int sealFinishedDays() {
        return territory.findCity().map(this::sealFinishedDays).orElse(0);
    }

    private int sealFinishedDays(City city) {
        var sealed = new AtomicInteger();
        transaction.executeWithoutResult(_ -> {
            seals.awaitWriters();
            var now = clock.instant();
            var today = LocalDate.ofInstant(now.minus(GRACE), city.zone());
            var last = seals.findLast();
            var day = nextDay(city, last, today);
            while (day.isPresent()) {
                var seal =
                        seals.seal(
                                day.get(),
                                startOf(city, day.get()),
                                startOf(city, day.get().plusDays(1)),
                                seals.chained(last));
                seals.insert(seal, now);
                sealed.incrementAndGet();
                last = Optional.of(seal);
                day = nextDay(city, last, today);
            }
        });
        return sealed.get();
    }

    /// The first day after the last seal and before today on which something was recorded.
    private Optional<LocalDate> nextDay(City city, Optional<Seal> last, LocalDate today) {
        var from = last.map(seal -> startOf(city, seal.day().plusDays(1))).orElse(Instant.EPOCH);
        return seals.findNextRecorded(from, startOf(city, today))
                .map(at -> LocalDate.ofInstant(at, city.zone()));
    }

    private static Instant startOf(City city, LocalDate day) {
        return day.atStartOfDay(city.zone()).toInstant();
    }
}
