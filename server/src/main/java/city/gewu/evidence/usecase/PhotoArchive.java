package city.gewu.evidence.usecase;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.model.Likeness;
import city.gewu.evidence.model.PhotoHeader;
import city.gewu.evidence.model.Picture;
import city.gewu.evidence.model.PictureCopy;
import city.gewu.evidence.model.SealedFacts;
import city.gewu.evidence.store.CopyStore.CopyKind;
import city.gewu.evidence.store.LikenessStore;
import city.gewu.evidence.store.PhotoShelf;
import city.gewu.evidence.store.PhotoStore;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes photos in: checks them before anything unfolds them, keeps the original under its hash,
/// and makes the copy that is shown.
@Component
class PhotoArchive implements Evidence {

    private static final int MOST_LOOKALIKES = 50;
    private static final String MACHINE = "system:";

    private final PhotoShelf shelf;
    private final PhotoStore photos;
    private final PhotoCopies copies;
    private final LikenessStore likenesses;
    private final Unfolding unfolding;
    private final Clock clock;

    PhotoArchive(
            PhotoShelf shelf,
            PhotoStore photos,
            PhotoCopies copies,
            LikenessStore likenesses,
            Unfolding unfolding,
            Clock clock) {
        this.shelf = shelf;
        this.photos = photos;
        this.copies = copies;
        this.likenesses = likenesses;
        this.unfolding = unfolding;
        this.clock = clock;
    }

    /// A photo that was looked at as a whole.
    private record Seen(
            PhotoHeader header, SealedFacts facts, PictureCopy shown, Picture picture) {}

    @Override
    public PhotoId keep(InputStream stream, Actor by) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST_PHOTO + 1);
        var seen = see(bytes);
        var id = new PhotoId(shelf.put(bytes));
        photos.addPhoto(id, seen.header(), bytes.length, by.id(), clock.instant());
        copies.keep(
                id,
                seen.header(),
                seen.facts(),
                new PhotoCopies.Made(seen.shown(), seen.picture()));
        if (!by.id().startsWith(MACHINE)) {
            likenesses.addLikeness(id, Likeness.of(seen.picture()));
        }
        return id;
    }

    @Override
    public Optional<Photo> findPhoto(PhotoId id) {
        return photos.findPhoto(id).map(known -> new Photo(id, known.mediaType(), known.bytes()));
    }

    @Override
    public boolean wasKeptBy(PhotoId id, Actor by) {
        return photos.wasKeptBy(id, by.id());
    }

    @Override
    public List<Lookalike> lookalikes(PhotoId photo, int distance) {
        checkDistance(distance);
        return likenesses
                .findLikeness(photo)
                .map(likeness ->
                        likenesses.listNear(photo.value(), likeness, distance, MOST_LOOKALIKES))
                .orElse(List.of());
    }

    @Override
    public List<Lookalike> lookalikes(long likeness, int distance) {
        checkDistance(distance);
        return likenesses.listNear("", new Likeness(likeness), distance, MOST_LOOKALIKES);
    }

    private static void checkDistance(int distance) {
        if (distance < 0 || distance > FARTHEST_LIKENESS) {
            throw new IllegalArgumentException(
                    "The distance (%d) is not from 0 to %d."
                            .formatted(distance, FARTHEST_LIKENESS));
        }
    }

    @Override
    public Looked look(byte[] bytes) throws IOException {
        var likeness = Likeness.of(see(bytes).picture());
        return new Looked(new PhotoId(PhotoShelf.sha256(bytes)), likeness.bits());
    }

    private Seen see(byte[] bytes) throws IOException {
        var header = head(bytes);
        return unfolding.inTurn(
                bytes.length,
                () -> {
                    var facts = copies.read(bytes);
                    var shown = PictureCopy.of(bytes, header, facts.orientation());
                    var picture =
                            Picture.unfold(shown.bytes(), facts.orientation(), PhotoCopies.SMALL)
                                    .orElseThrow(() -> notAPhoto(bytes.length));
                    return new Seen(header, facts, shown, picture);
                });
    }

    @Override
    public Optional<ShownCopy> findShown(PhotoId id, boolean small) throws IOException {
        return findPhoto(id).isEmpty()
                ? Optional.empty()
                : copies.find(id, small ? CopyKind.SMALL : CopyKind.SHOWN)
                        .map(copy -> new ShownCopy(copy.sha(), copy.mediaType()));
    }

    @Override
    public byte[] readShown(String name) throws IOException {
        return shelf.get(name);
    }

    private static PhotoHeader head(byte[] bytes) {
        if (bytes.length > LARGEST_PHOTO) {
            throw new RefusedException(
                    "evidence.too-large",
                    "The photo is larger than the limit (%d MB).".formatted(LARGEST_PHOTO >> 20),
                    "Send it in a lower resolution.");
        }
        var header = PhotoHeader.read(bytes).orElseThrow(() -> notAPhoto(bytes.length));
        if (header.isTooLarge()) {
            throw new RefusedException(
                    "evidence.too-large",
                    "The photo has more pixels (%d × %d) than the limit (%d million)."
                            .formatted(
                                    header.width(),
                                    header.height(),
                                    header.mostPixels() / 1_000_000),
                    "Send it in a lower resolution.");
        }
        return header;
    }

    private static RefusedException notAPhoto(int length) {
        return new RefusedException(
                "evidence.not-a-photo",
                "The file (%d bytes) is no JPEG, PNG or WebP picture.".formatted(length),
                "Choose a photo in one of these formats.");
    }
}
