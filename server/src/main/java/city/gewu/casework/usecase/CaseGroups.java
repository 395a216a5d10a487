package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Merge;
import city.gewu.casework.CaseCommand.TellLeadEnded;
import city.gewu.casework.model.By;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseRules;
import city.gewu.casework.model.CaseState.Cancelled;
import city.gewu.casework.model.CaseState.Closed;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.FixedOnSpot;
import city.gewu.casework.model.CaseState.Merged;
import city.gewu.casework.model.CaseState.RefusedAcceptance;
import city.gewu.casework.model.CaseState.RefusedFiling;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.casework.model.CommandName;
import city.gewu.casework.model.Happening;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.GroupStore;
import city.gewu.casework.store.Kept;
import city.gewu.people.Actor;
import city.gewu.people.Scope;
import city.gewu.platform.Decision.Moved;
import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Groups of one case and its copies (并案). A group is one level deep: its lead has the only clock,
/// and a copy leads nobody.
@Component
class CaseGroups {

    private static final Actor SYSTEM = Actor.system("groups");

    private final LiveLedger ledger;
    private final GroupStore groups;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock grouping = new ReentrantLock();

    CaseGroups(
            LiveLedger ledger,
            GroupStore groups,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock) {
        this.ledger = ledger;
        this.groups = groups;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Carries a command out; two merges never at the same time, or a lead could become a copy
    /// while it is given one. The lock of the database keeps other servers out; the one here keeps
    /// the waiting of many from taking every connection.
    int inTurn(CaseCommand command, IntSupplier work) {
        if (!(command instanceof Merge)) {
            return work.getAsInt();
        }
        grouping.lock();
        try {
            return Objects.requireNonNull(
                    transaction.execute(_ -> {
                        groups.lockGroups();
                        return work.getAsInt();
                    }));
        } finally {
            grouping.unlock();
        }
    }

    /// Refused when the group does not let the command be carried out.
    void check(CaseFile file, CaseCommand command, Scope scope) {
        if (!(command instanceof Merge merge)) {
            return;
        }
        var lead =
                ledger.findNow(merge.into())
                        .map(Kept::file)
                        .filter(found -> found.inSight(scope))
                        .orElseThrow(() ->
                                new RefusedException(
                                        "casework.unknown-case",
                                        "There is no case (%d) to merge into."
                                                .formatted(merge.into().value()),
                                        "Choose the case that shows the same problem."));
        if (lead.state() instanceof Merged) {
            throw new RefusedException(
                    "casework.lead-is-copy",
                    "The case (%s) is itself a copy of another.".formatted(lead.caseNo()),
                    "Merge into the case that leads the group.");
        }
        if (lead.state() instanceof Finished) {
            throw new RefusedException(
                    "casework.lead-finished",
                    "The case (%s) is over.".formatted(lead.caseNo()),
                    "Handle this one as a new problem.");
        }
        if (groups.leadsGroup(file.id())) {
            throw new RefusedException(
                    "casework.leads-group",
                    "The case (%s) leads a group of its own.".formatted(file.caseNo()),
                    "Merge the other case into this one, or split its copies off first.");
        }
    }

    /// Tells every copy of a case that has ended how it did; answers how many were told. It looks
    /// for those that were not, so that what a killed server did not say is said by the next.
    int tell() {
        return territory.findCity().map(this::tell).orElse(0);
    }

    private int tell(City city) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = By.of(SYSTEM, now, city.zone());
        int told = 0;
        for (var untold : groups.listUntold()) {
            var lead = ledger.findNow(untold.lead()).orElseThrow().file();
            var copy = ledger.findNow(untold.copy()).orElseThrow();
            var command =
                    new TellLeadEnded(
                            lead.caseNo(), CommandName.of(lead.state().getClass()), words(lead));
            // Somebody may split the copy off at this moment; then it needs no telling.
            if (CaseRules.decide(copy.file(), command, by)
                    instanceof Moved<CaseFile, Happening>(var next, var event)) {
                var entry = ledger.chain().next(copy, next, event, new Told(SYSTEM.id(), now, now));
                told += ledger.write(entry) ? 1 : 0;
            }
        }
        return told;
    }

    private static String words(CaseFile lead) {
        return switch (lead.state()) {
            case RefusedAcceptance(_, var reason) -> reason;
            case RefusedFiling(_, var reason) -> reason;
            case Cancelled(_, var reason, _) -> reason;
            case Unfiled _, Filed _, Closed _, FixedOnSpot _, Merged _ -> "";
        };
    }
}
