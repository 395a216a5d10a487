package city.gewu.evidence.web;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.PhotoSight.Spot;
import city.gewu.evidence.model.PhotoSigns;
import city.gewu.evidence.model.PhotoSigns.Sign;
import city.gewu.evidence.model.SealedFacts;
import city.gewu.evidence.usecase.CaseEvidence;
import city.gewu.evidence.usecase.Originals;
import city.gewu.evidence.usecase.Originals.Asking;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The original of a photo and what is sealed in it, for a reason.
@RestController
@Needs(Right.OPEN_PERSONAL_DATA)
class OriginalController {

    private final Evidence evidence;
    private final PhotoDoor door;
    private final Originals originals;
    private final CaseEvidence cases;

    OriginalController(Evidence evidence, PhotoDoor door, Originals originals, CaseEvidence cases) {
        this.evidence = evidence;
        this.door = door;
        this.originals = originals;
        this.cases = cases;
    }

    record Reason(@NotNull @Size(max = 500) String reason) {}

    /// @param secondsAfterReport negative before the report
    /// @param metres from the place of the case
    record FactsBody(
            String sha256,
            @Nullable Instant takenAt,
            @Nullable List<Double> position,
            String device,
            String software,
            boolean edited,
            @Nullable Long secondsAfterReport,
            @Nullable Long metres,
            List<Sign> signs) {

        static FactsBody of(String id, SealedFacts facts, PhotoSigns beside) {
            return new FactsBody(
                    id,
                    facts.takenAt().orElse(null),
                    facts.position().map(FactsBody::pair).orElse(null),
                    facts.device(),
                    facts.software(),
                    facts.edited(),
                    beside.secondsAfterReport().orElse(null),
                    beside.metres().orElse(null),
                    beside.signs());
        }

        private static List<Double> pair(Spot at) {
            return List.of(at.longitude(), at.latitude());
        }
    }

    @PostMapping("/api/cases/{caseId}/photos/{id}/original")
    ResponseEntity<byte[]> original(
            @PathVariable long caseId,
            @PathVariable String id,
            @RequestBody @Valid Reason reason,
            @SignedIn Actor actor,
            HttpServletRequest http)
            throws IOException {
        var what = door.open(caseId, id, actor);
        var kept =
                evidence.findPhoto(what.photo())
                        .orElseThrow(() -> CaseEvidence.notFound(what.photo()));
        byte[] bytes = originals.open(what, asking(actor, reason, http));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kept.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(id))
                .body(bytes);
    }

    @PostMapping("/api/cases/{caseId}/photos/{id}/facts")
    ResponseEntity<FactsBody> facts(
            @PathVariable long caseId,
            @PathVariable String id,
            @RequestBody @Valid Reason reason,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        var what = door.open(caseId, id, actor);
        var facts =
                originals
                        .unseal(what, asking(actor, reason, http))
                        .orElseThrow(() -> CaseEvidence.notFound(what.photo()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(FactsBody.of(id, facts, cases.readSigns(what, facts, actor)));
    }

    private static Asking asking(Actor actor, Reason reason, HttpServletRequest http) {
        return new Asking(actor, reason.reason(), http.getRemoteAddr());
    }
}
