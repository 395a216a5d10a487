package city.gewu.evidence.web;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.store.UploadStore.Upload;
import city.gewu.evidence.usecase.Uploads;
import city.gewu.evidence.usecase.Uploads.Checksum;
import city.gewu.evidence.usecase.Uploads.Piece;
import city.gewu.evidence.usecase.Uploads.Progress;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Resumable uploads by the tus protocol 1.0.0: core, creation, checksum, expiration and
/// termination. A finished upload names its photo in `Gewu-Photo`.
@RestController
@Needs(Right.KEEP_PHOTOS)
class UploadController {

    private static final String VERSION = "1.0.0";
    private static final String PIECE = "application/offset+octet-stream";
    private static final int CHECKSUM_MISMATCH = 460;

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    @RequestMapping(
            value = {"/api/uploads", "/api/uploads/{id}"},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return answer(HttpStatus.NO_CONTENT)
                .header("Tus-Version", VERSION)
                .header("Tus-Max-Size", Integer.toString(Evidence.LARGEST_PHOTO))
                .header("Tus-Extension", "creation,checksum,expiration,termination")
                .header("Tus-Checksum-Algorithm", "sha1,sha256")
                .build();
    }

    @PostMapping("/api/uploads")
    ResponseEntity<Void> begin(
            @RequestHeader(value = "Tus-Resumable", defaultValue = "") String version,
            @RequestHeader(value = "Upload-Length", defaultValue = "0") long length,
            @RequestHeader(value = "Upload-Metadata", defaultValue = "") String metadata,
            @SignedIn Actor actor)
            throws IOException {
        if (!version.equals(VERSION)) {
            return otherVersion();
        }
        if (length <= 0 || metadata.length() > 2000) {
            throw new RefusedException(
                    "evidence.bad-upload",
                    "The upload announces %d bytes.".formatted(length),
                    "Announce its length, and metadata of at most 2000 characters.");
        }
        var upload = uploads.begin(length, metadata, actor);
        return expiring(answer(HttpStatus.CREATED), upload)
                .location(URI.create("/api/uploads/" + upload.id()))
                .build();
    }

    @RequestMapping(value = "/api/uploads/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> state(
            @PathVariable UUID id,
            @RequestHeader(value = "Tus-Resumable", defaultValue = "") String version,
            @SignedIn Actor actor)
            throws IOException {
        if (!version.equals(VERSION)) {
            return otherVersion();
        }
        var at = uploads.get(id, actor);
        var answer =
                progress(answer(HttpStatus.OK), at)
                        .header("Upload-Length", Long.toString(at.upload().length()))
                        .header("Cache-Control", "no-store");
        if (!at.upload().metadata().isEmpty()) {
            answer.header("Upload-Metadata", at.upload().metadata());
        }
        return answer.build();
    }

    @PatchMapping("/api/uploads/{id}")
    ResponseEntity<Void> add(
            @PathVariable UUID id,
            @RequestHeader(value = "Tus-Resumable", defaultValue = "") String version,
            @RequestHeader(value = "Upload-Offset", defaultValue = "-1") long offset,
            @RequestHeader(value = "Upload-Checksum", required = false) @Nullable String checksum,
            HttpServletRequest request,
            @SignedIn Actor actor)
            throws IOException {
        if (!version.equals(VERSION)) {
            return otherVersion();
        }
        if (!PIECE.equals(request.getContentType())) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        var piece =
                new Piece(
                        offset,
                        request.getInputStream(),
                        Optional.ofNullable(checksum).map(UploadController::checksum));
        return uploads.add(id, piece, actor)
                .map(at -> progress(answer(HttpStatus.NO_CONTENT), at).<Void>build())
                .orElseGet(() ->
                        ResponseEntity.status(CHECKSUM_MISMATCH)
                                .header("Tus-Resumable", VERSION)
                                .build());
    }

    @DeleteMapping("/api/uploads/{id}")
    ResponseEntity<Void> stop(
            @PathVariable UUID id,
            @RequestHeader(value = "Tus-Resumable", defaultValue = "") String version,
            @SignedIn Actor actor)
            throws IOException {
        if (!version.equals(VERSION)) {
            return otherVersion();
        }
        uploads.stop(id, actor);
        return answer(HttpStatus.NO_CONTENT).build();
    }

    private static Checksum checksum(String header) {
        String[] parts = header.strip().split(" ", 2);
        try {
            String name = parts[0].toLowerCase(Locale.ROOT);
            if (parts.length == 2 && (name.equals("sha1") || name.equals("sha256"))) {
                return new Checksum(
                        MessageDigest.getInstance(name.equals("sha1") ? "SHA-1" : "SHA-256"),
                        HexFormat.of().formatHex(Base64.getDecoder().decode(parts[1].strip())));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(
                "The checksum (%s) is not sha1 or sha256 in Base64.".formatted(parts[0]));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).header("Tus-Resumable", VERSION);
    }

    private static ResponseEntity<Void> otherVersion() {
        return answer(HttpStatus.PRECONDITION_FAILED).header("Tus-Version", VERSION).build();
    }

    private static ResponseEntity.BodyBuilder progress(
            ResponseEntity.BodyBuilder answer, Progress at) {
        answer.header("Upload-Offset", Long.toString(at.offset()));
        at.upload().photo().map(PhotoId::value).ifPresent(it -> answer.header("Gewu-Photo", it));
        return expiring(answer, at.upload());
    }

    private static ResponseEntity.BodyBuilder expiring(
            ResponseEntity.BodyBuilder answer, Upload upload) {
        return answer.header(
                "Upload-Expires",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        upload.expiresAt().atOffset(ZoneOffset.UTC)));
    }
}
