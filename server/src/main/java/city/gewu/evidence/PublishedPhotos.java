package city.gewu.evidence;

import city.gewu.people.Actor;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The copies of photos that anybody may see (公开照片): faces and number plates were covered, and
/// somebody put them out.
public interface PublishedPhotos {

    /// The newest copy of each photo of these cases; photos without one are left out.
    List<PublishedPhoto> listPublished(Collection<Long> caseIds);

    /// The bytes of a copy (JPEG) by its name; empty when no case shows it any more.
    Optional<byte[]> findBytes(String name) throws IOException;

    /// Puts a photo of a case out as it is, because somebody looked and found nobody's face and no
    /// plate in it; a photo that was put out before stays as it is.
    void putOut(long caseId, Evidence.PhotoId photo, Actor actor) throws IOException;

    /// A copy that was put out (公开照片).
    ///
    /// @param name SHA-256 of the copy's own bytes, which says nothing about the original
    record PublishedPhoto(long caseId, Evidence.PhotoId photo, String name) {}
}
