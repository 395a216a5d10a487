package city.gewu.gazetteer.model;

import java.util.Locale;

/// What a name stands for, from what people mean first to what they mean last.
public enum PlaceKind {
    ROAD,
    CROSSING,
    PLACE,
    SHOP,
    COMPONENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
