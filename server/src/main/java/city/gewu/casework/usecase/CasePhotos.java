package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.store.CaseLedger;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import org.springframework.stereotype.Component;

/// Shows the photos of a case to whoever may see the case.
@Component
class CasePhotos implements PhotoSight {

    private final CaseLedger ledger;
    private final People people;

    CasePhotos(CaseLedger ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    @Override
    public boolean shows(long caseId, PhotoId photo, Actor actor) {
        return ledger.find(new CaseId(caseId))
                .filter(kept -> kept.file().inSight(Scope.of(actor, people)))
                .map(kept -> kept.file().facts().photos())
                .filter(photos ->
                        photos.before().contains(photo)
                                || photos.after().contains(photo)
                                || photos.check().contains(photo))
                .isPresent();
    }
}
