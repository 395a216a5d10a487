package city.gewu.evidence.usecase;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.store.HalfWay;
import city.gewu.evidence.store.PhotoShelf;
import city.gewu.evidence.store.UploadStore;
import city.gewu.evidence.store.UploadStore.Upload;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Photos that come in pieces and go on where they broke off, also after the server was started
/// anew: what has come of one is its file, and how far it is, is the length of it.
@Component
public class Uploads {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration QUOTA_SPAN = Duration.ofDays(1);
    private static final int SWEPT_AT_ONCE = 100;
    private static final int PIECE = 64 * 1024;

    private final UploadStore uploads;
    private final HalfWay halfWay;
    private final Evidence evidence;
    private final Clock clock;
    private final long quota;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    Uploads(
            UploadStore uploads,
            HalfWay halfWay,
            Evidence evidence,
            Clock clock,
            @Value("${gewu.photos.daily-megabytes:1000}") long dailyMegabytes) {
        this.uploads = uploads;
        this.halfWay = halfWay;
        this.evidence = evidence;
        this.clock = clock;
        this.quota = dailyMegabytes * 1024 * 1024;
    }

    /// How far an upload is.
    public record Progress(Upload upload, long offset) {}

    /// What a client asks to be added.
    ///
    /// @param checked digest that the bytes must have, where the client gave one
    public record Piece(long offset, InputStream bytes, Optional<Checksum> checked) {}

    /// A digest under way, and what it must come to.
    ///
    /// @param expected lower-case hex
    public record Checksum(MessageDigest digest, String expected) {}

    public Upload begin(long length, String metadata, Actor actor) throws IOException {
        sweep();
        if (length > Evidence.LARGEST_PHOTO) {
            throw new RefusedException(
                    "evidence.too-large",
                    "The photo is larger (%d bytes) than the limit (%d MB)."
                            .formatted(length, Evidence.LARGEST_PHOTO >> 20),
                    "Send it in a lower resolution.");
        }
        var now = clock.instant();
        long used = uploads.bytesSince(actor.id(), now.minus(QUOTA_SPAN));
        if (used + length > quota) {
            throw new RefusedException(
                    "evidence.too-many-bytes",
                    "More was sent in 24 hours (%d MB) than one person may (%d MB)."
                            .formatted((used + length) >> 20, quota >> 20),
                    "Go on tomorrow, or ask whoever runs the server for more.");
        }
        var upload =
                new Upload(
                        UUID.randomUUID(),
                        actor.id(),
                        length,
                        metadata,
                        now,
                        now.plus(KEPT),
                        Optional.empty());
        Files.createFile(file(upload.id()));
        uploads.addUpload(upload);
        return upload;
    }

    /// An upload of one's own.
    public Progress get(UUID id, Actor actor) throws IOException {
        var upload =
                uploads.findUpload(id, actor.id(), clock.instant()).orElseThrow(() -> gone(id));
        if (upload.photo().isPresent()) {
            return new Progress(upload, upload.length());
        }
        if (!Files.exists(file(id))) {
            throw gone(id);
        }
        return new Progress(upload, Files.size(file(id)));
    }

    /// Adds what comes, however much of it comes: a connection that breaks leaves what it brought.
    /// Empty when the bytes have another checksum than announced; nothing of them is kept then.
    public Optional<Progress> add(UUID id, Piece piece, Actor actor) throws IOException {
        if (!busy.add(id)) {
            throw new RefusedException(
                    "evidence.upload-busy",
                    "Another piece of the upload (%s) is coming in.".formatted(id),
                    "Wait a moment and ask how far it is.");
        }
        try {
            var at = get(id, actor);
            if (piece.offset() != at.offset()) {
                throw new RefusedException(
                        "evidence.other-offset",
                        "The piece begins at %d; the upload is at %d."
                                .formatted(piece.offset(), at.offset()),
                        "Ask how far it is and go on from there.");
            }
            if (!append(at, piece)) {
                return Optional.empty();
            }
            return Optional.of(finishWhenWhole(get(id, actor), actor));
        } finally {
            busy.remove(id);
        }
    }

    public void stop(UUID id, Actor actor) throws IOException {
        get(id, actor);
        uploads.removeUpload(id);
        Files.deleteIfExists(file(id));
    }

    private boolean append(Progress at, Piece piece) throws IOException {
        long room = at.upload().length() - at.offset();
        try (var channel = FileChannel.open(file(at.upload().id()), StandardOpenOption.WRITE)) {
            channel.position(at.offset());
            boolean whole = copy(piece, room, channel);
            boolean right = piece.checked().map(Uploads::isRight).orElse(true);
            if (!right || (!whole && piece.checked().isPresent())) {
                channel.truncate(at.offset());
            }
            channel.force(true);
            return right;
        }
    }

    /// Answers whether the stream came to its end.
    private static boolean copy(Piece piece, long room, FileChannel channel) throws IOException {
        var out = Channels.newOutputStream(channel);
        byte[] buffer = new byte[PIECE];
        long left = room;
        while (true) {
            int read;
            try {
                read = piece.bytes().read(buffer);
            } catch (IOException _) {
                // The connection broke; what it brought stays.
                return false;
            }
            if (read < 0) {
                return true;
            }
            if (read > left) {
                throw new RefusedException(
                        "evidence.too-large",
                        "More bytes come than were announced; there was room for %d."
                                .formatted(room),
                        "Begin a new upload.");
            }
            int length = read;
            piece.checked().ifPresent(it -> it.digest().update(buffer, 0, length));
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static boolean isRight(Checksum checksum) {
        return HexFormat.of().formatHex(checksum.digest().digest()).equals(checksum.expected());
    }

    /// A whole upload becomes a photo; one that is refused is forgotten, unless only the shelf is
    /// away: then it waits for an empty piece at its end.
    private Progress finishWhenWhole(Progress at, Actor actor) throws IOException {
        var upload = at.upload();
        if (at.offset() < upload.length() || upload.photo().isPresent()) {
            return at;
        }
        PhotoId photo;
        try (var whole = Files.newInputStream(file(upload.id()))) {
            photo = evidence.keep(whole, actor);
        } catch (RefusedException e) {
            if (!e.refusal().code().equals(PhotoShelf.UNAVAILABLE)) {
                uploads.removeUpload(upload.id());
                Files.deleteIfExists(file(upload.id()));
            }
            throw e;
        }
        uploads.finishUpload(upload.id(), photo);
        Files.deleteIfExists(file(upload.id()));
        return get(upload.id(), actor);
    }

    private void sweep() throws IOException {
        for (UUID id : uploads.removeExpired(clock.instant(), SWEPT_AT_ONCE)) {
            Files.deleteIfExists(file(id));
        }
    }

    private Path file(UUID id) throws IOException {
        return halfWay.file(id);
    }

    private static RefusedException gone(UUID id) {
        return new RefusedException(
                "evidence.no-upload",
                "There is no upload (%s) of yours that goes on.".formatted(id),
                "Begin a new one; an upload is kept for 24 hours.");
    }
}
