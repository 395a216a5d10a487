package city.gewu.engagement.usecase;

import city.gewu.engagement.store.ChallengeStore;
import city.gewu.engagement.store.ChallengeStore.Upload;
import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Photos whose report has not come yet. They are evidence only once it has.
@Component
public class UploadTray {

    /// Photos that one report may bring.
    public static final int MOST_PHOTOS = 6;

    private final ChallengeStore challenges;
    private final Challenges gate;
    private final Evidence evidence;
    private final Clock clock;
    private final long mostBytes;

    UploadTray(
            ChallengeStore challenges,
            Challenges gate,
            Evidence evidence,
            Clock clock,
            @Value("${gewu.engagement.waiting-megabytes:2000}") long mostMegabytes) {
        this.challenges = challenges;
        this.gate = gate;
        this.evidence = evidence;
        this.clock = clock;
        this.mostBytes = mostMegabytes << 20;
    }

    /// Keeps a photo for the report of the challenge. Refused with the codes of the challenge,
    /// those of [Evidence#check], `engagement.too-many-photos`, and `engagement.unavailable` when
    /// too much waits already.
    public UUID put(UUID challenge, String nonce, InputStream stream) throws IOException {
        gate.require(challenge, nonce);
        byte[] bytes = stream.readNBytes(Evidence.LARGEST_PHOTO + 1);
        evidence.check(bytes);
        if (challenges.bytesWaiting() + bytes.length > mostBytes) {
            throw new RefusedException(
                    "engagement.unavailable",
                    "Too many photos (%d MB) wait for their reports.".formatted(mostBytes >> 20),
                    "Send the report without a photo, or try again in an hour.");
        }
        if (!challenges.countUpload(challenge, MOST_PHOTOS * 2)) {
            throw new RefusedException(
                    "engagement.too-many-photos",
                    "The challenge (%s) has no room for another photo.".formatted(challenge),
                    "Send the report with the photos it has.");
        }
        var upload = new Upload(UUID.randomUUID(), bytes);
        challenges.addUpload(challenge, upload, clock.instant());
        return upload.id();
    }

    /// Makes the photos evidence; refused with `engagement.unknown-photo` when one did not come on
    /// the word of this challenge.
    List<PhotoId> keep(UUID challenge, List<UUID> wanted, Actor by) {
        if (wanted.size() > MOST_PHOTOS) {
            throw new RefusedException(
                    "engagement.too-many-photos",
                    "The report has more photos (%d) than it may (%d)."
                            .formatted(wanted.size(), MOST_PHOTOS),
                    "Leave some of them out.");
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        var found = challenges.listUploads(challenge, wanted);
        var kept = new ArrayList<PhotoId>();
        for (UUID id : wanted) {
            var upload =
                    found.stream()
                            .filter(one -> one.id().equals(id))
                            .findFirst()
                            .orElseThrow(() ->
                                    new RefusedException(
                                            "engagement.unknown-photo",
                                            "The photo (%s) is not there, or not any more."
                                                    .formatted(id),
                                            "Send the photo again, then the report."));
            kept.add(keep(upload, by));
        }
        return kept.stream().distinct().toList();
    }

    private PhotoId keep(Upload upload, Actor by) {
        try {
            return evidence.keep(new ByteArrayInputStream(upload.bytes()), by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Clears what belongs to a report that was taken in.
    void clear(UUID challenge) {
        challenges.deleteUploads(challenge);
    }
}
