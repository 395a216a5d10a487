package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.Problem;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.CaseLedger;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes in what somebody found now (上报).
@Component
class ReportProblem {

    private final CaseLedger ledger;
    private final GroupWriter writer;
    private final Territory territory;
    private final Catalogue catalogue;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportProblem(
            CaseLedger ledger,
            GroupWriter writer,
            Territory territory,
            Catalogue catalogue,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.writer = writer;
        this.territory = territory;
        this.catalogue = catalogue;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    CaseId report(Problem problem, Actor actor) {
        CaseOpening.checkMayReport(actor);
        new CaseReferences(catalogue, people)
                .checkCategory(problem.category(), problem.condition());
        var placed = new Placement(territory).placeLive(problem);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = new CaseId(ledger.nextIds(1).getFirst());
        var file =
                new CaseOpening(territory.getCity())
                        .open(id, Origin.LIVE, CaseOpening.facts(problem, placed, actor.id(), now));
        var entry =
                ledger.chain()
                        .open(file, CaseOpening.reported(file), new Told(actor.id(), now, now));
        writer.write(entry);
        events.publishEvent(entry.toEvent());
        return id;
    }
}
