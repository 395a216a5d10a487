package city.gewu.evidence;

import city.gewu.people.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Photos of a case, stored once by their hash and never changed.
public interface Evidence {

    /// Keeps a photo (JPEG, PNG or WebP, found from its bytes, at most 10 MB); refused with
    /// `evidence.not-a-photo` or `evidence.too-large` otherwise.
    PhotoId keep(InputStream bytes, Actor by) throws IOException;

    Optional<Photo> findPhoto(PhotoId id);

    /// Whether this person brought the photo in, which lets them see it before a case carries it.
    boolean wasKeptBy(PhotoId id, Actor by);

    /// Name of a photo.
    ///
    /// @param value SHA-256 of the bytes in lower-case hex
    record PhotoId(String value) {
        public PhotoId {
            if (!value.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("A photo id has 64 hex digits.");
            }
        }
    }

    /// A photo that was kept, and where its bytes lie.
    record Photo(PhotoId id, String mediaType, long bytes, Path file) {}
}
