package city.gewu.evidence.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers with the bytes of a picture. They never change under their hash, so a browser may keep
/// them; a shared cache may not, since photos are for signed-in people.
final class PhotoBytes {

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private PhotoBytes() {}

    static ResponseEntity<byte[]> forGood(byte[] bytes, String mediaType, String sha) {
        return answer(
                bytes, mediaType, sha, CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable());
    }

    /// For an address under which another version may stand tomorrow.
    static ResponseEntity<byte[]> forNow(byte[] bytes, String mediaType, String sha) {
        return answer(bytes, mediaType, sha, CacheControl.noCache().cachePrivate());
    }

    private static ResponseEntity<byte[]> answer(
            byte[] bytes, String mediaType, String sha, CacheControl keeping) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(bytes.length)
                .cacheControl(keeping)
                .eTag(sha)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .body(bytes);
    }
}
