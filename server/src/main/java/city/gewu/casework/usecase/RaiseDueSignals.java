package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand.RaiseDeadline;
import city.gewu.casework.model.By;
import city.gewu.casework.model.CaseRules;
import city.gewu.casework.model.DeadlineWatch;
import city.gewu.casework.store.CaseChain;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.Entry;
import city.gewu.casework.store.Kept;
import city.gewu.people.Actor;
import city.gewu.platform.Decision;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks for clocks that have something to say (预警、超期、升级) and says it in the ledger.
@Component
class RaiseDueSignals {

    private static final int BATCH = 1000;
    private static final Actor CLOCK = Actor.system("deadlines");

    private final CaseLedger ledger;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final CaseFeed feed;
    private final Clock clock;

    RaiseDueSignals(
            CaseLedger ledger,
            Territory territory,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            CaseFeed feed,
            Clock clock) {
        this.ledger = ledger;
        this.territory = territory;
        this.transaction = transaction;
        this.events = events;
        this.feed = feed;
        this.clock = clock;
    }

    /// Raises all that is due now; answers how much that was.
    int raise() {
        return territory.findCity().map(this::raise).orElse(0);
    }

    private int raise(City city) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int raised = 0;
        while (true) {
            var entries = new ArrayList<Entry>();
            transaction.executeWithoutResult(_ -> entries.addAll(raiseBatch(city, now)));
            entries.forEach(entry -> events.publishEvent(entry.toEvent()));
            feed.tell(entries);
            raised += entries.size();
            if (entries.size() < BATCH) {
                return raised;
            }
        }
    }

    private List<Entry> raiseBatch(City city, Instant now) {
        var by = By.of(CLOCK, now, city.zone());
        var chain = ledger.chain();
        var entries =
                ledger.lockDue(now, BATCH).stream()
                        .flatMap(kept -> raise(kept, by, chain).stream())
                        .toList();
        ledger.append(entries);
        return entries;
    }

    private static Optional<Entry> raise(Kept kept, By by, CaseChain chain) {
        return DeadlineWatch.due(kept.file(), by.now())
                .map(RaiseDeadline::new)
                .flatMap(signal ->
                        switch (CaseRules.decide(kept.file(), signal, by)) {
                            case Decision.Moved(var next, var happening) ->
                                    Optional.of(
                                            chain.next(
                                                    kept,
                                                    next,
                                                    happening,
                                                    new Told(CLOCK.id(), by.now(), by.now())));
                            case Decision.Refused(_) -> Optional.empty();
                        });
    }
}
