package city.gewu.evidence.web;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.Photo;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Photos in and out. A photo never changes under its name, so a browser may keep it for good; a
/// shared cache may not, since a photo is for signed-in people.
@RestController
class PhotoController {

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final Evidence evidence;
    private final PhotoSight sight;

    PhotoController(Evidence evidence, PhotoSight sight) {
        this.evidence = evidence;
        this.sight = sight;
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
    ResponseEntity<Resource> own(@PathVariable String id, @SignedIn Actor actor) {
        var photo = new PhotoId(id);
        return answer(photo, evidence.wasKeptBy(photo, actor));
    }

    @Needs(Right.READ_CASES)
    @GetMapping("/api/cases/{caseId}/photos/{id}")
    ResponseEntity<Resource> ofCase(
            @PathVariable long caseId, @PathVariable String id, @SignedIn Actor actor) {
        var photo = new PhotoId(id);
        return answer(photo, sight.shows(caseId, photo, actor));
    }

    private ResponseEntity<Resource> answer(PhotoId id, boolean visible) {
        var photo =
                evidence.findPhoto(id).filter(_ -> visible).orElseThrow(() -> notFound(id.value()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.mediaType()))
                .contentLength(photo.bytes())
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable())
                .eTag(photo.id().value())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .body(bytes(photo));
    }

    private static Resource bytes(Photo photo) {
        return new FileSystemResource(photo.file());
    }

    private static RefusedException notFound(String id) {
        return new RefusedException(
                "evidence.not-found",
                "There is no photo (%s) that you may see here.".formatted(id),
                "Reload the case; a photo is never removed from one.");
    }
}
