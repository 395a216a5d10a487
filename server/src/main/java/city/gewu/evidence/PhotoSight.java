package city.gewu.evidence;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says which photos a record shows to whom. The module that keeps the records implements it.
public interface PhotoSight {

    /// Whether the case carries the photo and the actor may see the case.
    default boolean shows(long caseId, PhotoId photo, Actor actor) {
        return findCase(caseId, actor)
                .filter(seen -> seen.all().toList().contains(photo))
                .isPresent();
    }

    /// The case as far as its photos need it, when the actor may see it.
    Optional<PhotographedCase> findCase(long caseId, Actor actor);

    /// Cases that carry any of the photos and that the actor may see, oldest report first, at most
    /// 50.
    List<PhotographedCase> listCarrying(Collection<PhotoId> photos, Actor actor);

    /// A case and its photos (有照片的案件).
    ///
    /// @param position longitude and latitude in WGS84 degrees
    record PhotographedCase(
            long caseId,
            String caseNo,
            Instant reportedAt,
            Optional<Spot> position,
            List<PhotoId> before,
            List<PhotoId> after,
            List<PhotoId> check) {

        public PhotographedCase {
            before = List.copyOf(before);
            after = List.copyOf(after);
            check = List.copyOf(check);
        }

        public Stream<PhotoId> all() {
            return Stream.of(before, after, check).flatMap(List::stream).distinct();
        }
    }

    /// A point in WGS84 degrees (拍摄位置).
    record Spot(double longitude, double latitude) {}
}
