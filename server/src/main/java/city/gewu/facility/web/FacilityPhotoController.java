package city.gewu.facility.web;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.facility.usecase.FacilityPhotos;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Photos of places.
@RestController
class FacilityPhotoController {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final FacilityPhotos photos;

    FacilityPhotoController(FacilityPhotos photos) {
        this.photos = photos;
    }

    /// @param photos ids that the uploads answered, in the order they are shown
    record PhotosRequest(@NotNull @Size(max = 20) List<@NotNull String> photos) {}

    @Needs(Right.MANAGE_FACILITIES)
    @PutMapping("/api/facilities/{code}/photos")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(
            @PathVariable @Size(max = 40) String code,
            @RequestBody @Valid PhotosRequest request,
            @SignedIn Actor actor)
            throws IOException {
        photos.replace(code, request.photos().stream().map(PhotoId::new).toList(), actor);
    }

    @OpenToAll("Anybody may see what a place looks like.")
    @GetMapping("/open/facilities/photos/{name}")
    ResponseEntity<byte[]> photo(@PathVariable @Size(max = 64) String name) throws IOException {
        var copy =
                photos.findCopy(name)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "facility.not-found",
                                        "No facility shows the photo (%s).".formatted(name),
                                        "Load the facility again."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(copy.mediaType()))
                .cacheControl(FOR_GOOD)
                .header("X-Content-Type-Options", "nosniff")
                .body(copy.bytes());
    }
}
