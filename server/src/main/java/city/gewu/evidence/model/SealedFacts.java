package city.gewu.evidence.model;

import city.gewu.evidence.PhotoSight.Spot;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the camera wrote beside the picture (照片内嵌信息, EXIF): it stays sealed, and others see only
/// what it says about the photo's time and place beside its case.
///
/// @param takenAt when the picture was taken; a time without an offset is one of the city
/// @param device maker and model, or empty text
/// @param software the program that saved it last, or empty text
/// @param edited whether a program for editing pictures saved it, or saved it later than it was
///   taken
/// @param orientation which way up it is, 1 to 8
public record SealedFacts(
        Optional<Instant> takenAt,
        Optional<Spot> position,
        String device,
        String software,
        boolean edited,
        int orientation) {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
    private static final long SAVING_SECONDS = 120;

    /// Programs that change pictures, by a part of the name they leave.
    private static final List<String> EDITORS =
            List.of(
                    "photoshop",
                    "lightroom",
                    "gimp",
                    "snapseed",
                    "picsart",
                    "meitu",
                    "\u7f8e\u56fe",
                    "facetune",
                    "vsco",
                    "pixelmator",
                    "affinity",
                    "canva",
                    "paint",
                    "remini");

    /// Reads the facts; a picture without any, or with broken ones, has none.
    public static SealedFacts read(byte[] original, ZoneId zone) {
        return of(CameraBlock.read(original), zone);
    }

    private static SealedFacts of(Metadata metadata, ZoneId zone) {
        var root = Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class));
        var shot = Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class));
        var taken = shot.flatMap(it -> moment(it, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL));
        var saved = root.flatMap(it -> moment(it, ExifIFD0Directory.TAG_DATETIME));
        String software = text(root, ExifIFD0Directory.TAG_SOFTWARE);
        String device =
                Stream.of(
                                text(root, ExifIFD0Directory.TAG_MAKE),
                                text(root, ExifIFD0Directory.TAG_MODEL))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        var offset =
                shot.map(it -> it.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL))
                        .flatMap(SealedFacts::offset);
        return new SealedFacts(
                taken.map(at -> at.atZone(offset.orElse(zone)).toInstant()),
                position(metadata),
                device,
                software,
                isEditor(software) || savedLater(taken, saved),
                orientation(root));
    }

    private static Optional<ZoneId> offset(String written) {
        try {
            return Optional.of(ZoneOffset.of(written.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> moment(Directory directory, int tag) {
        return Optional.ofNullable(directory.getString(tag))
                .flatMap(written -> {
                    try {
                        return Optional.of(LocalDateTime.parse(written.strip(), WRITTEN));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                });
    }

    private static Optional<Spot> position(Metadata metadata) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(GpsDirectory.class))
                .map(GpsDirectory::getGeoLocation)
                .filter(at -> Objects.nonNull(at) && !at.isZero())
                .filter(at ->
                        Math.abs(at.getLatitude()) <= 90 && Math.abs(at.getLongitude()) <= 180)
                .map(at -> new Spot(at.getLongitude(), at.getLatitude()));
    }

    private static int orientation(Optional<ExifIFD0Directory> root) {
        int value = root.map(it -> it.getInteger(ExifIFD0Directory.TAG_ORIENTATION)).orElse(1);
        return value >= 1 && value <= 8 ? value : 1;
    }

    private static boolean isEditor(String software) {
        String name = software.toLowerCase(Locale.ROOT);
        return EDITORS.stream().anyMatch(name::contains);
    }

    private static boolean savedLater(
            Optional<LocalDateTime> taken, Optional<LocalDateTime> saved) {
        return taken.isPresent()
                && saved.isPresent()
                && saved.get().isAfter(taken.get().plusSeconds(SAVING_SECONDS));
    }

    private static String text(Optional<ExifIFD0Directory> root, int tag) {
        String written = root.map(it -> it.getString(tag)).orElse("").replace("\0", "").strip();
        return written.length() <= 120 ? written : written.substring(0, 120);
    }
}
