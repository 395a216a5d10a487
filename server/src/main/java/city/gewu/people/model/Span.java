package city.gewu.people.model;

import city.gewu.people.Staff.Posting;
import java.time.LocalDate;
import java.util.Optional;

/// Days from the first to the last, both included; open when it has no last.
public record Span(LocalDate firstDay, Optional<LocalDate> lastDay) {

    public static Span of(Posting posting) {
        return new Span(posting.firstDay(), posting.lastDay());
    }

    /// Whether it ends before it begins: a mistake in what is asked for, and of what is kept a
    /// posting that was withdrawn.
    public boolean isReversed() {
        return end().isBefore(firstDay);
    }

    public boolean overlaps(Span other) {
        return !isReversed()
                && !other.isReversed()
                && !end().isBefore(other.firstDay)
                && !other.end().isBefore(firstDay);
    }

    public boolean holds(Span other) {
        return !other.firstDay.isBefore(firstDay) && !other.end().isAfter(end());
    }

    /// The last day, or the last there is.
    LocalDate end() {
        return lastDay.orElse(LocalDate.MAX);
    }

    @Override
    public String toString() {
        return lastDay.map(last -> firstDay + " to " + last).orElse("from " + firstDay);
    }
}
