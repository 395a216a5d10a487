package city.gewu.exchange.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Dates of an export as moments. A text with an offset of its own is taken at its word. A local
/// time that a clock change skipped moves forward by the change; one that happened twice is the
/// first, or the second when the first would lie before the moment it must follow.
public record MomentReader(List<DateTimeFormatter> formats, ZoneId zone) {

    public MomentReader {
        formats = List.copyOf(formats);
    }

    /// The moment, or empty when no format reads the text.
    public Optional<Instant> find(String text) {
        return local(text).map(ZonedDateTime::toInstant);
    }

    /// The moment, which should not lie before another.
    public Optional<Instant> findFollowing(String text, Instant earlier) {
        return local(text)
                .map(moment ->
                        moment.toInstant().isBefore(earlier)
                                ? moment.withLaterOffsetAtOverlap()
                                : moment)
                .map(ZonedDateTime::toInstant);
    }

    private Optional<ZonedDateTime> local(String text) {
        for (var format : formats) {
            try {
                var parsed = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return Optional.of(
                        parsed instanceof OffsetDateTime fixed
                                ? fixed.toZonedDateTime()
                                : ((LocalDateTime) parsed).atZone(zone));
            } catch (DateTimeException e) {
                // The next format may read it.
            }
        }
        return Optional.empty();
    }
}
