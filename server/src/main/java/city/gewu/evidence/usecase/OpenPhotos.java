package city.gewu.evidence.usecase;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PublishedPhotos;
import city.gewu.evidence.store.PhotoShelf;
import city.gewu.evidence.store.PublicationStore;
import city.gewu.evidence.store.PublicationStore.OfCase;
import city.gewu.people.Actor;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Shows what was put out, and never an original.
@Component
class OpenPhotos implements PublishedPhotos {

    private final PublicationStore publications;
    private final PhotoShelf shelf;
    private final Publications preparing;

    OpenPhotos(PublicationStore publications, PhotoShelf shelf, Publications preparing) {
        this.publications = publications;
        this.shelf = shelf;
        this.preparing = preparing;
    }

    @Override
    public void putOut(long caseId, PhotoId photo, Actor actor) throws IOException {
        var what = new OfCase(caseId, photo);
        if (preparing.find(what).isEmpty()) {
            preparing.publish(what, 0, List.of(), actor);
        }
    }

    @Override
    public List<PublishedPhoto> listPublished(Collection<Long> caseIds) {
        return caseIds.isEmpty() ? List.of() : publications.listPublished(caseIds);
    }

    @Override
    public Optional<byte[]> findBytes(String name) throws IOException {
        return publications.isShown(name) ? Optional.of(shelf.get(name)) : Optional.empty();
    }
}
