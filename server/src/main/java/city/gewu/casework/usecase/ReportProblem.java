package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.Problem;
import city.gewu.casework.ReporterContact;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.Entry;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Takes in what somebody found now (上报).
@Component
class ReportProblem {

    private final LiveLedger ledger;
    private final Territory territory;
    private final Catalogue catalogue;
    private final People people;
    private final ReporterContacts contacts;
    private final Clock clock;

    ReportProblem(
            LiveLedger ledger,
            Territory territory,
            Catalogue catalogue,
            People people,
            ReporterContacts contacts,
            Clock clock) {
        this.ledger = ledger;
        this.territory = territory;
        this.catalogue = catalogue;
        this.people = people;
        this.contacts = contacts;
        this.clock = clock;
    }

    /// A case that is being opened.
    ///
    /// @param contact kept already
    record Opening(
            Origin origin,
            Entry entry,
            Optional<ReporterContact> contact,
            CompletableFuture<Boolean> written) {}

    CaseId report(Problem problem, Optional<ReporterContact> contact, Actor actor) {
        return end(begin(Origin.LIVE, problem, contact, actor));
    }

    /// The database holds an origin once, so of two that come together one is refused there and
    /// finds the case of the other.
    CaseId reportOnce(
            Origin origin, Problem problem, Optional<ReporterContact> contact, Actor actor) {
        return ledger.findOrigin(origin)
                .orElseGet(() -> end(begin(origin, problem, contact, actor)));
    }

    void checkAnswers(String category, Map<String, String> answers) {
        new CaseReferences(catalogue, people).checkAnswers(category, answers);
    }

    /// Checks the problem and puts its case in front of the ledger; what was begun must be ended.
    /// Call it after having looked for the origin and found none. The contact is kept first: a case
    /// is never there without it, and a contact whose case was not written belongs to nothing.
    Opening begin(Origin origin, Problem problem, Optional<ReporterContact> contact, Actor actor) {
        contact.ifPresent(ReporterContacts::check);
        CaseOpening.checkMayReport(actor, problem.source());
        var references = new CaseReferences(catalogue, people);
        references.checkCategory(problem.category(), problem.condition());
        problem.answers().ifPresent(given -> references.checkAnswers(problem.category(), given));
        var placed = new Placement(territory).placeLive(problem);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = ledger.nextId();
        var file =
                new CaseOpening(territory.getCity())
                        .open(id, origin, CaseOpening.facts(problem, placed, actor.id(), now));
        var entry =
                ledger.chain()
                        .open(
                                file,
                                CaseOpening.reported(file, problem.answers().orElse(Map.of())),
                                new Told(actor.id(), now, now));
        var known = contact.filter(given -> !given.isEmpty());
        known.ifPresent(given -> contacts.keep(id, given));
        return new Opening(origin, entry, known, ledger.begin(entry));
    }

    /// Waits until the case is durable. Where its origin came in at the same moment, it answers the
    /// case of the other.
    CaseId end(Opening opening) {
        var id = opening.entry().id();
        try {
            ledger.end(opening.entry(), opening.written());
            return id;
        } catch (RuntimeException e) {
            opening.contact().ifPresent(_ -> forgetUnlessWritten(id, e));
            if (e instanceof DuplicateKeyException) {
                return ledger.findOrigin(opening.origin()).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /// The commit may have happened although its answer was lost; then the case needs its contact.
    private void forgetUnlessWritten(CaseId id, RuntimeException why) {
        try {
            if (ledger.findNow(id).isEmpty()) {
                contacts.forget(id);
            }
        } catch (RuntimeException e) {
            // Nobody can tell now: a contact too many belongs to nothing, one too few is lost.
            why.addSuppressed(e);
        }
    }
}
