package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.EntrustedCases;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.Kept;
import city.gewu.casework.store.PhotographedStore;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Shows the photos of a case to whoever may see the case, and to whoever was given it to look at.
@Component
class CasePhotos implements PhotoSight {

    private static final int MOST_READ = 200;
    private static final int MOST_SHOWN = 50;

    private final CaseLedger ledger;
    private final PhotographedStore photographed;
    private final People people;
    private final ObjectProvider<EntrustedCases> entrusted;

    CasePhotos(
            CaseLedger ledger,
            PhotographedStore photographed,
            People people,
            ObjectProvider<EntrustedCases> entrusted) {
        this.ledger = ledger;
        this.photographed = photographed;
        this.people = people;
        this.entrusted = entrusted;
    }

    @Override
    public Optional<PhotographedCase> findCase(long caseId, Actor actor) {
        return ledger.find(new CaseId(caseId))
                .map(Kept::file)
                .filter(file -> file.inSight(Scope.of(actor, people)) || isEntrusted(file, actor))
                .map(CasePhotos::photographed);
    }

    private boolean isEntrusted(CaseFile file, Actor actor) {
        return entrusted.stream().anyMatch(tasks -> tasks.isEntrusted(file.id(), actor));
    }

    @Override
    public List<PhotographedCase> listCarrying(Collection<PhotoId> photos, Actor actor) {
        if (photos.isEmpty()) {
            return List.of();
        }
        var scope = Scope.of(actor, people);
        return photographed.listCarrying(photos, MOST_READ).stream()
                .map(Kept::file)
                .filter(file -> file.inSight(scope))
                .limit(MOST_SHOWN)
                .map(CasePhotos::photographed)
                .toList();
    }

    private static PhotographedCase photographed(CaseFile file) {
        var facts = file.facts();
        return new PhotographedCase(
                file.id().value(),
                file.caseNo(),
                facts.reportedAt(),
                facts.position().map(at -> new Spot(at.longitude(), at.latitude())),
                facts.photos().before(),
                facts.photos().after(),
                facts.photos().check());
    }
}
