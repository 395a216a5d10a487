package city.gewu.casework.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// How a case stands with its time (红黄绿灯).
public enum Light {
    NONE,
    GREEN,
    YELLOW,
    RED;

    /// The light at a moment. When the case ended, or while its clock stands still, that moment is
    /// the one to ask about, not now.
    public static Light at(Instant moment, Optional<Instant> dueAt, Optional<Instant> warnAt) {
        if (dueAt.isEmpty()) {
            return NONE;
        }
        if (moment.isAfter(dueAt.get())) {
            return RED;
        }
        return warnAt.filter(moment::isAfter).isPresent() ? YELLOW : GREEN;
    }

    /// As it stands in an answer: `green`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
