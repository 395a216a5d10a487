package city.gewu.evidence.web;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight;
import city.gewu.evidence.store.PublicationStore.OfCase;
import city.gewu.evidence.usecase.CaseEvidence;
import city.gewu.people.Actor;
import org.springframework.stereotype.Component;

/// Lets nobody to a photo of a case but those who may see the case.
@Component
class PhotoDoor {

    private final PhotoSight sight;

    PhotoDoor(PhotoSight sight) {
        this.sight = sight;
    }

    /// Refused with `evidence.not-found`, also when there is such a photo.
    OfCase open(long caseId, String id, Actor actor) {
        var photo = new PhotoId(id);
        if (!sight.shows(caseId, photo, actor)) {
            throw CaseEvidence.notFound(photo);
        }
        return new OfCase(caseId, photo);
    }
}
