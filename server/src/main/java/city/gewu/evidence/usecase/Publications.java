package city.gewu.evidence.usecase;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.model.Blur;
import city.gewu.evidence.model.Picture;
import city.gewu.evidence.store.FactStore;
import city.gewu.evidence.store.PhotoShelf;
import city.gewu.evidence.store.PublicationStore;
import city.gewu.evidence.store.PublicationStore.OfCase;
import city.gewu.evidence.store.PublicationStore.Publication;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The copies that may be published: pictures drawn anew with blocks over faces and number plates,
/// so that nothing of what lay there is left in the file.
@Component
public class Publications {

    private static final int MOST_BLURS = 60;

    /// Longer side of a published copy in pixels.
    private static final int SIDE = 2048;

    private final PublicationStore publications;
    private final PhotoShelf shelf;
    private final FactStore facts;
    private final Audit audit;
    private final Clock clock;

    Publications(
            PublicationStore publications,
            PhotoShelf shelf,
            FactStore facts,
            Audit audit,
            Clock clock) {
        this.publications = publications;
        this.shelf = shelf;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Publication> find(OfCase what) {
        return publications.findPublication(what);
    }

    public byte[] bytes(Publication publication) throws IOException {
        return shelf.get(publication.sha());
    }

    /// Makes the next version; refused with `evidence.stale` when there is one the person has not
    /// seen.
    ///
    /// @param seen the newest version the person saw, 0 for none
    public Publication publish(OfCase what, int seen, List<Blur> blurs, Actor actor)
            throws IOException {
        if (blurs.size() > MOST_BLURS) {
            throw new RefusedException(
                    "evidence.bad-blurs",
                    "There are more rectangles (%d) than a photo may have (%d)."
                            .formatted(blurs.size(), MOST_BLURS),
                    "Cover neighbouring faces with one rectangle.");
        }
        byte[] jpeg = draw(what.photo(), blurs);
        var next = new Publication(seen + 1, List.copyOf(blurs), shelf.put(jpeg), jpeg.length);
        if (!publications.addPublication(what, next, actor.id(), clock.instant())) {
            throw new RefusedException(
                    "evidence.stale",
                    "Somebody has made another version since yours (%d).".formatted(seen),
                    "Load the photo again and look at what was covered.");
        }
        audit.record(
                AuditEntry.done(
                        actor.id(),
                        "photos.blurs.keep",
                        "cases/" + what.caseId(),
                        Map.of(
                                "photo", what.photo().value(),
                                "version", Integer.toString(next.version()),
                                "rectangles", Integer.toString(blurs.size()))));
        return next;
    }

    private byte[] draw(PhotoId id, List<Blur> blurs) throws IOException {
        var sealed = facts.listFacts(List.of(id)).get(id);
        var picture =
                Picture.unfold(
                                shelf.get(id.value()),
                                sealed == null ? 1 : sealed.orientation(),
                                SIDE)
                        .orElseThrow(() -> CaseEvidence.notFound(id))
                        .within(SIDE);
        blurs.forEach(blur -> blur.over(picture));
        return picture.jpeg();
    }
}
