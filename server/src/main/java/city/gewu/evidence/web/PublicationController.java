package city.gewu.evidence.web;

import city.gewu.evidence.model.Blur;
import city.gewu.evidence.store.PublicationStore.Publication;
import city.gewu.evidence.usecase.Publications;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Rectangles over what nobody shall read, and the copy that may be published.
@RestController
class PublicationController {

    private final PhotoDoor door;
    private final Publications publications;

    PublicationController(PhotoDoor door, Publications publications) {
        this.door = door;
        this.publications = publications;
    }

    /// @param version the newest version; 0 when nothing was prepared yet
    record Blurs(int version, @NotNull List<Blur> blurs) {
        static Blurs of(Publication publication) {
            return new Blurs(publication.version(), publication.blurs());
        }
    }

    @Needs(Right.PREPARE_PUBLICATION)
    @GetMapping("/api/cases/{caseId}/photos/{id}/blurs")
    Blurs blurs(@PathVariable long caseId, @PathVariable String id, @SignedIn Actor actor) {
        return publications
                .find(door.open(caseId, id, actor))
                .map(Blurs::of)
                .orElse(new Blurs(0, List.of()));
    }

    @Needs(Right.PREPARE_PUBLICATION)
    @PutMapping("/api/cases/{caseId}/photos/{id}/blurs")
    Blurs publish(
            @PathVariable long caseId,
            @PathVariable String id,
            @RequestBody @Valid Blurs wanted,
            @SignedIn Actor actor)
            throws IOException {
        var what = door.open(caseId, id, actor);
        return Blurs.of(publications.publish(what, wanted.version(), wanted.blurs(), actor));
    }

    @Needs(Right.READ_CASES)
    @GetMapping("/api/cases/{caseId}/photos/{id}/published")
    ResponseEntity<byte[]> published(
            @PathVariable long caseId, @PathVariable String id, @SignedIn Actor actor)
            throws IOException {
        var known = publications.find(door.open(caseId, id, actor)).orElseThrow(() -> notFound(id));
        return PhotoBytes.forNow(publications.bytes(known), "image/jpeg", known.sha());
    }

    private static RefusedException notFound(String id) {
        return new RefusedException(
                "evidence.not-found",
                "There is no copy of the photo (%s) that you may see here.".formatted(id),
                "Reload the case, or prepare the photo for publication first.");
    }
}
