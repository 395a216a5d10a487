package city.gewu.evidence.web;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight;
import city.gewu.evidence.RecordPhotos;
import city.gewu.evidence.store.CopyStore.CopyKind;
import city.gewu.evidence.usecase.CaseEvidence;
import city.gewu.evidence.usecase.PhotoCopies;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Photos in and out. What goes out is the copy without the sealed facts, whole or small.
@RestController
class PhotoController {

    private final Evidence evidence;
    private final PhotoSight sight;
    private final PhotoCopies copies;
    private final ObjectProvider<RecordPhotos> records;

    PhotoController(
            Evidence evidence,
            PhotoSight sight,
            PhotoCopies copies,
            ObjectProvider<RecordPhotos> records) {
        this.evidence = evidence;
        this.sight = sight;
        this.copies = copies;
        this.records = records;
    }

    record KeptPhoto(String id) {}

    @Needs(Right.KEEP_PHOTOS)
    @PostMapping(value = "/api/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<KeptPhoto> keep(@RequestPart("file") MultipartFile file, @SignedIn Actor actor)
            throws IOException {
        try (var bytes = file.getInputStream()) {
            var id = evidence.keep(bytes, actor).value();
            return ResponseEntity.created(URI.create("/api/photos/" + id)).body(new KeptPhoto(id));
        }
    }

    @Needs(Right.BASICS)
    @GetMapping("/api/photos/{id}")
    ResponseEntity<byte[]> own(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean small,
            @SignedIn Actor actor)
            throws IOException {
        var photo = new PhotoId(id);
        boolean visible =
                evidence.wasKeptBy(photo, actor)
                        || records.stream().anyMatch(record -> record.shows(photo, actor));
        return answer(photo, small, visible);
    }

    @Needs(Right.READ_CASES)
    @GetMapping("/api/cases/{caseId}/photos/{id}")
    ResponseEntity<byte[]> ofCase(
            @PathVariable long caseId,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean small,
            @SignedIn Actor actor)
            throws IOException {
        var photo = new PhotoId(id);
        return answer(photo, small, sight.shows(caseId, photo, actor));
    }

    private ResponseEntity<byte[]> answer(PhotoId id, boolean small, boolean visible)
            throws IOException {
        var photo =
                evidence.findPhoto(id)
                        .filter(_ -> visible)
                        .orElseThrow(() -> CaseEvidence.notFound(id));
        var copy =
                copies.find(photo.id(), small ? CopyKind.SMALL : CopyKind.SHOWN)
                        .orElseThrow(() -> CaseEvidence.notFound(id));
        return PhotoBytes.forGood(copies.bytes(copy), copy.mediaType(), copy.sha());
    }
}
