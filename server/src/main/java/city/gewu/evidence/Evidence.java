package city.gewu.evidence;

import city.gewu.people.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Photos of a case, stored once by their hash and never changed. What is shown of one is a copy
/// without anything that the camera wrote beside the picture.
public interface Evidence {

    /// Largest photo in bytes.
    int LARGEST_PHOTO = 10 * 1024 * 1024;

    /// Largest distance that [#lookalikes] answers.
    int FARTHEST_LIKENESS = 10;

    /// Distance up to which two photos are taken for copies of one another: saved again, made
    /// smaller, brightened. Other photos of one street lie farther off.
    int COPY_LIKENESS = 6;

    /// Keeps a photo (JPEG, PNG or WebP, found from its bytes, at most [#LARGEST_PHOTO]); refused
    /// with `evidence.not-a-photo`, `evidence.too-large`, `evidence.bad-ending` or
    /// `evidence.bad-passenger` otherwise.
    PhotoId keep(InputStream bytes, Actor by) throws IOException;

    /// Refuses like [#keep] what is no photo, and keeps nothing; answers how it would be known.
    Looked look(byte[] bytes) throws IOException;

    Optional<Photo> findPhoto(PhotoId id);

    /// Whether this person brought the photo in, which lets them see it before a case carries it.
    boolean wasKeptBy(PhotoId id, Actor by);

    /// Photos that look like this one, nearest first, at most 50; the photo itself is not among
    /// them. Photos that a machine of the system drew are compared with none.
    ///
    /// @param distance number of the 64 bits of the perceptual hash that may differ, 0 to 10
    List<Lookalike> lookalikes(PhotoId photo, int distance);

    /// The same of a photo that is not kept, by the hash of how it looks; one that is kept already
    /// is among them.
    List<Lookalike> lookalikes(long likeness, int distance);

    /// How a photo that is not kept would be known.
    ///
    /// @param likeness its perceptual hash
    record Looked(PhotoId id, long likeness) {}

    /// The copy that is shown in place of the photo, without anything that the camera wrote beside
    /// the picture; empty for a photo that is not there. Who may see it is the caller's affair.
    ///
    /// @param small one for lists, instead of the whole one
    Optional<ShownCopy> findShown(PhotoId id, boolean small) throws IOException;

    /// The bytes of such a copy by its name.
    byte[] readShown(String name) throws IOException;

    /// A copy that is shown (展示副本).
    ///
    /// @param name SHA-256 of its own bytes, which says nothing about the original
    record ShownCopy(String name, String mediaType) {}

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

    /// A photo that was kept.
    record Photo(PhotoId id, String mediaType, long bytes) {}

    /// A photo that looks like another (相似照片).
    ///
    /// @param distance bits of the perceptual hash that differ
    record Lookalike(PhotoId photo, int distance) {}
}
