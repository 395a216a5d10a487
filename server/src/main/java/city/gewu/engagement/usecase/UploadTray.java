package city.gewu.engagement.usecase;

import city.gewu.engagement.store.ChallengeStore;
import city.gewu.engagement.store.ChallengeStore.Upload;
import city.gewu.engagement.store.SentPhotoStore;
import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Photos of strangers: first they wait for their report, then for its case. They are evidence only
/// with the case, and go when there is to be none.
@Component
public class UploadTray {

    /// Photos that one report may bring.
    public static final int MOST_PHOTOS = 6;

    private final ChallengeStore challenges;
    private final SentPhotoStore sent;
    private final Challenges gate;
    private final UploadRoom room;
    private final Evidence evidence;
    private final Clock clock;

    UploadTray(
            ChallengeStore challenges,
            SentPhotoStore sent,
            Challenges gate,
            UploadRoom room,
            Evidence evidence,
            Clock clock) {
        this.challenges = challenges;
        this.sent = sent;
        this.gate = gate;
        this.room = room;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Keeps a photo for the report of the challenge. Refused with the codes of the challenge,
    /// those of [Evidence#look], `engagement.too-many-photos`, and `engagement.unavailable` when
    /// too much waits already or came from the network.
    public UUID put(UUID challenge, String nonce, InputStream stream) throws IOException {
        var given = gate.require(challenge, nonce);
        byte[] bytes = stream.readNBytes(Evidence.LARGEST_PHOTO + 1);
        room.take(given.network(), bytes.length);
        var looked = evidence.look(bytes);
        if (!challenges.countUpload(challenge, MOST_PHOTOS * 2)) {
            throw new RefusedException(
                    "engagement.too-many-photos",
                    "The challenge (%s) has no room for another photo.".formatted(challenge),
                    "Send the report with the photos it has.");
        }
        var upload = new Upload(UUID.randomUUID(), looked.id().value());
        challenges.addUpload(challenge, upload, looked.likeness(), bytes, clock.instant());
        return upload.id();
    }

    /// Names of the photos; refused with `engagement.unknown-photo` when one did not come on the
    /// word of this challenge.
    List<PhotoId> name(UUID challenge, List<UUID> wanted) {
        if (wanted.size() > MOST_PHOTOS) {
            throw new RefusedException(
                    "engagement.too-many-photos",
                    "The report has more photos (%d) than it may (%d)."
                            .formatted(wanted.size(), MOST_PHOTOS),
                    "Leave some of them out.");
        }
        var found =
                wanted.isEmpty() ? List.<Upload>of() : challenges.listUploads(challenge, wanted);
        return wanted.stream()
                .map(id ->
                        found.stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst()
                                .orElseThrow(() -> unknown(id)))
                .map(one -> new PhotoId(one.photo()))
                .distinct()
                .toList();
    }

    private static RefusedException unknown(UUID id) {
        return new RefusedException(
                "engagement.unknown-photo",
                "The photo (%s) is not there, or not any more.".formatted(id),
                "Send the photo again, then the report.");
    }

    /// Gives the photos to the report, and clears what else came on the word of the challenge.
    void give(long report, UUID challenge, List<UUID> wanted) {
        sent.takeUploads(report, challenge, wanted);
        challenges.deleteUploads(challenge);
    }

    /// Makes the photos of a report evidence, as its case wants them. Again, it finds them kept.
    void keep(long report, Actor by) {
        for (var photo : sent.list(report)) {
            try {
                evidence.keep(new ByteArrayInputStream(sent.getBytes(report, photo.id())), by);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Forgets the photos of a report: they are evidence now, or no case will come of it.
    void drop(long report) {
        sent.drop(report);
    }

    int forgetOld() {
        return room.forgetOld() + sent.dropDecided();
    }
}
