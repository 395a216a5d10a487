package city.gewu.evidence.usecase;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.model.PhotoHeader;
import city.gewu.evidence.model.Picture;
import city.gewu.evidence.model.PictureCopy;
import city.gewu.evidence.model.SealedFacts;
import city.gewu.evidence.store.CopyStore;
import city.gewu.evidence.store.CopyStore.CopyKind;
import city.gewu.evidence.store.CopyStore.KnownCopy;
import city.gewu.evidence.store.FactStore;
import city.gewu.evidence.store.PhotoShelf;
import city.gewu.territory.Territory;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The copies that are shown instead of the original: whole but without the sealed facts, and small
/// for lists. Those of photos from before there were copies are made when first asked for.
@Component
public class PhotoCopies {

    /// Longer side of a small copy in pixels.
    static final int SMALL = 480;

    private final PhotoShelf shelf;
    private final CopyStore copies;
    private final FactStore facts;
    private final Territory territory;

    PhotoCopies(PhotoShelf shelf, CopyStore copies, FactStore facts, Territory territory) {
        this.shelf = shelf;
        this.copies = copies;
        this.facts = facts;
        this.territory = territory;
    }

    /// What was made of an original.
    record Made(PictureCopy shown, Picture picture) {}

    SealedFacts read(byte[] original) {
        return SealedFacts.read(original, territory.getCity().zone());
    }

    void keep(PhotoId id, PhotoHeader header, SealedFacts sealed, Made made) throws IOException {
        facts.addFacts(id, sealed);
        byte[] shown = made.shown().bytes();
        copies.addCopy(
                id,
                CopyKind.SHOWN,
                new KnownCopy(shelf.put(shown), header.mediaType(), shown.length));
        byte[] small = made.picture().within(SMALL).jpeg();
        copies.addCopy(
                id, CopyKind.SMALL, new KnownCopy(shelf.put(small), "image/jpeg", small.length));
    }

    /// The copy, made now when there is none yet; a photo that nothing can unfold has no small one.
    public Optional<KnownCopy> find(PhotoId id, CopyKind kind) throws IOException {
        var known = copies.findCopy(id, kind);
        if (known.isPresent()) {
            return known;
        }
        byte[] original = shelf.get(id.value());
        var header = PhotoHeader.read(original);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        var sealed = read(original);
        var shown = PictureCopy.of(original, header.get(), sealed.orientation());
        var picture = Picture.unfold(shown.bytes(), sealed.orientation(), SMALL);
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        keep(id, header.get(), sealed, new Made(shown, picture.get()));
        return copies.findCopy(id, kind);
    }

    public byte[] bytes(KnownCopy copy) throws IOException {
        return shelf.get(copy.sha());
    }
}
