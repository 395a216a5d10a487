package city.gewu.casework.usecase;

import city.gewu.casework.Casework.Verification;
import city.gewu.casework.store.DaySeals;
import city.gewu.casework.store.DaySeals.Seal;
import city.gewu.casework.store.LedgerAudit;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Recomputes all that the ledger claims, as of one moment.
@Component
class VerifyLedger {

    private static final int PAGE = 366;

    private final LedgerAudit audit;
    private final DaySeals seals;
    private final Territory territory;
    private final TransactionTemplate snapshot;

    VerifyLedger(
            LedgerAudit audit,
            DaySeals seals,
            Territory territory,
            PlatformTransactionManager transactions) {
        this.audit = audit;
        this.seals = seals;
        this.territory = territory;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Verification verify(Consumer<String> findings) {
        var result = new AtomicReference<>(new Verification(0, 0, 0, 0));
        snapshot.executeWithoutResult(_ -> {
            var audited = audit.audit(findings);
            var checked = new Seals();
            territory.findCity().ifPresent(city -> checked.check(city, findings));
            result.set(
                    new Verification(
                            audited.cases(),
                            audited.events(),
                            checked.count,
                            audited.broken() + checked.broken));
        });
        return result.get();
    }

    private final class Seals {

        private long count;
        private long broken;

        void check(City city, Consumer<String> findings) {
            Optional<Seal> last = Optional.empty();
            var day = LocalDate.of(1, 1, 1);
            while (true) {
                var page = seals.listAfter(day, PAGE);
                for (var seal : page) {
                    check(city, seal, last, findings);
                    last = Optional.of(seal);
                    day = seal.day();
                }
                if (page.size() < PAGE) {
                    return;
                }
            }
        }

        private void check(City city, Seal seal, Optional<Seal> last, Consumer<String> findings) {
            count++;
            var from = seal.day().atStartOfDay(city.zone()).toInstant();
            var until = seal.day().plusDays(1).atStartOfDay(city.zone()).toInstant();
            var computed = seals.seal(seal.day(), from, until, seals.chained(last));
            if (!computed.equals(seal)) {
                broken++;
                findings.accept(
                        "Seal of %s: it covers %d events with root %s; the ledger has %d with %s."
                                .formatted(
                                        seal.day(),
                                        seal.events(),
                                        seal.root(),
                                        computed.events(),
                                        computed.root()));
            }
        }
    }
}
