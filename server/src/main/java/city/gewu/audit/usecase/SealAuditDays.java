package city.gewu.audit.usecase;

import city.gewu.audit.store.AuditLog;
import city.gewu.audit.store.AuditSeals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals the days that are over. A day without entries gets no seal. While it holds the chain
/// nobody writes, and an entry written afterwards is not earlier than the present moment.
@Component
class SealAuditDays {

    private final AuditLog log;
    private final AuditSeals seals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SealAuditDays(AuditLog log, AuditSeals seals, TransactionTemplate transaction, Clock clock) {
        this.log = log;
        this.seals = seals;
        this.transaction = transaction;
        this.clock = clock;
    }

    int sealFinishedDays() {
        var sealed = new AtomicInteger();
        transaction.executeWithoutResult(_ -> {
            log.holdChain();
            var now = clock.instant();
            var today =
                    LocalDate.ofInstant(now, ZoneOffset.UTC)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
            var last = seals.findLast();
            var day = seals.findNextDay(last, today);
            while (day.isPresent()) {
                var seal = seals.compute(day.get(), seals.chained(last));
                seals.insert(seal, now);
                sealed.incrementAndGet();
                last = Optional.of(seal);
                day = seals.findNextDay(last, today);
            }
        });
        return sealed.get();
    }
}
