package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseId;
import city.gewu.casework.model.By;
import city.gewu.casework.model.CaseRules;
import city.gewu.casework.model.CommandName;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.Entry;
import city.gewu.casework.store.Kept;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/// Carries one command out on one case now.
@Component
class GiveCommand {

    private final LiveLedger ledger;
    private final Territory territory;
    private final Catalogue catalogue;
    private final People people;
    private final CaseGroups groups;
    private final DrawnLooks looks;
    private final NextStage stages;
    private final Clock clock;

    GiveCommand(
            LiveLedger ledger,
            Territory territory,
            Catalogue catalogue,
            People people,
            CaseGroups groups,
            DrawnLooks looks,
            NextStage stages,
            Clock clock) {
        this.ledger = ledger;
        this.territory = territory;
        this.catalogue = catalogue;
        this.people = people;
        this.groups = groups;
        this.looks = looks;
        this.stages = stages;
        this.clock = clock;
    }

    int command(CaseId id, int version, CaseCommand command, Actor actor) {
        return groups.inTurn(command, () -> carryOut(id, version, command, actor));
    }

    private int carryOut(CaseId id, int version, CaseCommand command, Actor actor) {
        var kept = getCase(id, version);
        if (kept.version() != version) {
            throw stale(kept.file().caseNo(), version);
        }
        var scope = Scope.of(actor, people);
        if (!kept.file().inSight(scope)) {
            throw notFound(id);
        }
        var references = new CaseReferences(catalogue, people);
        references.check(command);
        references.checkColleague(command, kept.file());
        groups.check(kept.file(), command, scope);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = By.of(actor, now, territory.getCity().zone());
        looks.check(CommandName.of(command), kept.file(), by);
        var moved = CaseRules.decide(kept.file(), command, by).orThrow();
        var entry =
                ledger.chain()
                        .next(kept, moved.next(), moved.event(), new Told(actor.id(), now, now));
        var following =
                command instanceof Close ? stages.open(moved.next(), now) : List.<Entry>of();
        if (!ledger.write(entry, following)) {
            throw stale(kept.file().caseNo(), version);
        }
        return entry.version();
    }

    private Kept getCase(CaseId id, int version) {
        return ledger.find(id, version).orElseThrow(() -> notFound(id));
    }

    private static RefusedException notFound(CaseId id) {
        return new RefusedException(
                "casework.not-found",
                "There is no case (%d) that you may see.".formatted(id.value()),
                "Search for it by its number or its address.");
    }

    private static RefusedException stale(String caseNo, int version) {
        return new RefusedException(
                "casework.stale",
                "The case (%s) has moved on since version (%d).".formatted(caseNo, version),
                "Reload the case, and decide on what it shows now.");
    }
}
