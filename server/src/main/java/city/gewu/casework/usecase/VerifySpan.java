package city.gewu.casework.usecase;

import city.gewu.casework.LedgerProof;
import city.gewu.casework.store.DaySeals;
import city.gewu.casework.store.DaySeals.RecordedDay;
import city.gewu.casework.store.DaySeals.Seal;
import city.gewu.casework.store.LedgerAudit;
import city.gewu.territory.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Recomputes what the ledger claims about a span of time, and no more of it than that.
@Component
class VerifySpan implements LedgerProof {

    private final LedgerAudit audit;
    private final DaySeals seals;
    private final Territory territory;

    VerifySpan(LedgerAudit audit, DaySeals seals, Territory territory) {
        this.audit = audit;
        this.seals = seals;
        this.territory = territory;
    }

    @Override
    @Transactional(readOnly = true)
    public SpanVerification verify(Instant from, Instant to, Consumer<String> findings) {
        var audited = audit.audit(from, to, findings);
        var days = new Days(territory.getCity().zone(), findings);
        seals.listRecordedDays(from, to, days.zone).forEach(days::check);
        return new SpanVerification(
                audited.cases(),
                audited.events(),
                days.sealed,
                days.unsealed,
                audited.broken() + days.broken);
    }

    @Override
    public Optional<SealedDay> findSeal(LocalDate day) {
        return seals.find(day).map(VerifySpan::toSealedDay);
    }

    private static SealedDay toSealedDay(Seal seal) {
        return new SealedDay(seal.day(), seal.events(), seal.root().toString());
    }

    private final class Days {

        private final ZoneId zone;
        private final Consumer<String> findings;
        private final Optional<LocalDate> last = seals.findLast().map(Seal::day);
        private final List<SealedDay> sealed = new ArrayList<>();
        private long unsealed;
        private long broken;

        Days(ZoneId zone, Consumer<String> findings) {
            this.zone = zone;
            this.findings = findings;
        }

        /// A day before the last seal that has events must have a seal too.
        void check(RecordedDay recorded) {
            var day = recorded.day();
            if (last.isEmpty() || day.isAfter(last.get())) {
                unsealed += recorded.events();
                return;
            }
            var seal = seals.find(day);
            var computed =
                    seals.seal(
                            day,
                            day.atStartOfDay(zone).toInstant(),
                            day.plusDays(1).atStartOfDay(zone).toInstant(),
                            seals.chained(seals.findBefore(day)));
            if (seal.isPresent() && seal.get().equals(computed)) {
                sealed.add(toSealedDay(seal.get()));
                return;
            }
            broken++;
            findings.accept(
                    "Seal of %s: %s; the ledger has %d events with root %s."
                            .formatted(
                                    day,
                                    seal.map(it ->
                                                    "it covers %d events with root %s"
                                                            .formatted(it.events(), it.root()))
                                            .orElse("it is missing"),
                                    computed.events(),
                                    computed.root()));
        }
    }
}
