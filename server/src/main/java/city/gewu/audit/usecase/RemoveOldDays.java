package city.gewu.audit.usecase;

import city.gewu.audit.AuditEntry;
import city.gewu.audit.store.AuditLog;
import city.gewu.audit.store.AuditSeals;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Removes whole sealed days that were kept long enough (保存期限). Network logs are kept for at least
/// six months by law (网络安全法第二十一条: 不少于六个月), which no setting can shorten.
@Component
class RemoveOldDays {

    private static final int LEAST_DAYS = 183;

    private final AuditLog log;
    private final AuditSeals seals;
    private final AuditWriter writer;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Period keep;

    RemoveOldDays(
            AuditLog log,
            AuditSeals seals,
            AuditWriter writer,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gewu.audit.keep:3y}") Period keep) {
        if (LocalDate.EPOCH.plus(keep).isBefore(LocalDate.EPOCH.plusDays(LEAST_DAYS))) {
            throw new RefusedException(
                    "audit.keep-too-short",
                    "The setting (gewu.audit.keep=%s) keeps the audit log for less than six months."
                            .formatted(keep),
                    "Keep it for at least 183 days; the Cybersecurity Law (art. 21) asks for it.");
        }
        this.log = log;
        this.seals = seals;
        this.writer = writer;
        this.transaction = transaction;
        this.clock = clock;
        this.keep = keep;
    }

    /// Answers how many entries were removed, which is itself recorded.
    int removeOldDays() {
        var removed = new AtomicInteger();
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC).minus(keep);
        transaction.executeWithoutResult(_ -> {
            log.holdChain();
            removed.set(seals.removeBefore(day, now));
        });
        if (removed.get() > 0) {
            writer.write(
                    AuditEntry.done(
                            "system:retention",
                            "audit.remove",
                            "",
                            Map.of(
                                    "before", day.toString(),
                                    "entries", Integer.toString(removed.get()))));
        }
        return removed.get();
    }
}
