package city.gewu.evidence.usecase;

import city.gewu.evidence.PublishedPhotos;
import city.gewu.evidence.store.PhotoShelf;
import city.gewu.evidence.store.PublicationStore;
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

    OpenPhotos(PublicationStore publications, PhotoShelf shelf) {
        this.publications = publications;
        this.shelf = shelf;
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
