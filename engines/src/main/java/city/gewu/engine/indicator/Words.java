package city.gewu.engine.indicator;

import java.util.Objects;

/// A text in both languages of the interface.
public record Words(String zh, String en) {

    public Words {
        Objects.requireNonNull(zh, "The Chinese text (zh) is missing.");
        Objects.requireNonNull(en, "The English text (en) is missing.");
    }
}
