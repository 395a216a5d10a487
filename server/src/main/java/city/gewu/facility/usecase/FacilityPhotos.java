package city.gewu.facility.usecase;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.facility.Facilities;
import city.gewu.facility.model.FacilityPhoto;
import city.gewu.facility.store.FacilityPhotoStore;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Photos of places: whoever keeps the register puts them up, everybody sees copies of them.
@Component
public class FacilityPhotos {

    /// Photos that one place may have.
    public static final int MOST = 6;

    private final Facilities facilities;
    private final FacilityPhotoStore store;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FacilityPhotos(
            Facilities facilities,
            FacilityPhotoStore store,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.facilities = facilities;
        this.store = store;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// By code of the place.
    public Map<String, List<FacilityPhoto>> list(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : store.list(codes);
    }

    /// Puts these photos in place of those that were there. Refused with `facility.not-found`,
    /// `facility.too-many-photos`, and with `facility.unknown-photo` for one that this person did
    /// not bring in and that the place does not show.
    public void replace(String code, List<PhotoId> photos, Actor actor) throws IOException {
        if (facilities.find(code).isEmpty()) {
            throw new RefusedException(
                    "facility.not-found",
                    "There is no facility (%s).".formatted(code),
                    "Load the list again.");
        }
        if (photos.size() > MOST) {
            throw new RefusedException(
                    "facility.too-many-photos",
                    "The facility has more photos (%d) than it may (%d)."
                            .formatted(photos.size(), MOST),
                    "Leave some of them out.");
        }
        var shown = list(List.of(code)).getOrDefault(code, List.of());
        var wanted = new ArrayList<FacilityPhoto>();
        for (var photo : photos.stream().distinct().toList()) {
            var known = shown.stream().filter(one -> one.photo().equals(photo.value())).findFirst();
            wanted.add(known.isPresent() ? known.get() : fresh(photo, actor));
        }
        transaction.executeWithoutResult(
                _ -> store.replace(code, wanted, actor.id(), clock.instant()));
    }

    private FacilityPhoto fresh(PhotoId photo, Actor actor) throws IOException {
        var whole = evidence.findShown(photo, false);
        var small = evidence.findShown(photo, true);
        if (whole.isEmpty() || small.isEmpty() || !evidence.wasKeptBy(photo, actor)) {
            throw new RefusedException(
                    "facility.unknown-photo",
                    "There is no photo (%s) of yours.".formatted(photo.value()),
                    "Upload the photo first.");
        }
        return new FacilityPhoto(
                photo.value(), whole.get().name(), small.get().name(), whole.get().mediaType());
    }

    /// A copy that some place shows.
    ///
    /// @param name of the copy
    public Optional<Copy> findCopy(String name) throws IOException {
        var mediaType = store.findMediaType(name);
        return mediaType.isEmpty()
                ? Optional.empty()
                : Optional.of(new Copy(mediaType.get(), evidence.readShown(name)));
    }

    /// The bytes of a copy.
    public static final class Copy {

        private final String mediaType;
        private final byte[] bytes;

        Copy(String mediaType, byte[] bytes) {
            this.mediaType = mediaType;
            this.bytes = bytes;
        }

        public String mediaType() {
            return mediaType;
        }

        public byte[] bytes() {
            return bytes;
        }
    }
}
