package city.gewu.audit.usecase;

import city.gewu.audit.Audit.Verification;
import city.gewu.audit.store.AuditLog;
import city.gewu.audit.store.AuditLog.Checked;
import city.gewu.audit.store.AuditSeals;
import city.gewu.audit.store.AuditSeals.Seal;
import city.gewu.engine.ledger.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Recomputes all that the log claims, as of one moment.
@Component
class VerifyAudit {

    private final AuditLog log;
    private final AuditSeals seals;
    private final TransactionTemplate snapshot;

    VerifyAudit(AuditLog log, AuditSeals seals, PlatformTransactionManager transactions) {
        this.log = log;
        this.seals = seals;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Verification verify(Consumer<String> findings) {
        var result = new AtomicReference<>(new Verification(0, 0, 0));
        snapshot.executeWithoutResult(_ -> {
            var removed = seals.findLastRemoved();
            var chain = new Chain(findings, removed.map(Seal::lastSeq).orElse(0L));
            log.each(0, removed.map(Seal::lastHash).orElse(Hash.ZERO), chain::check);
            var days = new Days(findings);
            days.check();
            result.set(new Verification(chain.entries, days.count, chain.broken + days.broken));
        });
        return result.get();
    }

    private static final class Chain {

        private final Consumer<String> findings;
        private long last;
        private Instant lastAt = Instant.MIN;
        private long entries;
        private long broken;

        Chain(Consumer<String> findings, long last) {
            this.findings = findings;
            this.last = last;
        }

        void check(Checked checked) {
            entries++;
            var entry = checked.entry();
            if (entry.seq() != last + 1) {
                broken++;
                findings.accept(
                        "Audit entry %d: it is missing (%d to %d are not there)."
                                .formatted(last + 1, last + 1, entry.seq() - 1));
            } else if (!checked.follows() || entry.at().isBefore(lastAt)) {
                broken++;
                findings.accept(
                        "Audit entry %d (%s, %s): it is not what was recorded."
                                .formatted(entry.seq(), entry.at(), entry.action()));
            }
            last = entry.seq();
            lastAt = entry.at();
        }
    }

    private final class Days {

        private final Consumer<String> findings;
        private long count;
        private long broken;
        private Optional<Seal> last = Optional.empty();

        Days(Consumer<String> findings) {
            this.findings = findings;
        }

        void check() {
            var page = seals.list(LocalDate.EPOCH, LocalDate.of(9999, 1, 1));
            while (!page.isEmpty()) {
                page.forEach(this::check);
                page = seals.list(page.getLast().day().plusDays(1), LocalDate.of(9999, 1, 1));
            }
        }

        private void check(Seal seal) {
            count++;
            var previous = seals.chained(last);
            var computed = seals.compute(seal.day(), previous);
            boolean whole = seal.removed() ? computed.entries() == 0 : computed.covers(seal);
            if (!whole || !seal.previous().equals(previous)) {
                broken++;
                findings.accept(
                        "Audit seal of %s: it covers %d entries with root %s; the log has %d with %s."
                                .formatted(
                                        seal.day(),
                                        seal.entries(),
                                        seal.root(),
                                        computed.entries(),
                                        computed.root()));
            }
            last = Optional.of(seal);
        }
    }
}
