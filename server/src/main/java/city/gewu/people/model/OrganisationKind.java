package city.gewu.people.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an organisation is, and so what it may stand under.
public enum OrganisationKind {
    BUREAU("局"),
    DISTRICT("区局"),
    STREET("街道"),
    COMMUNITY("社区"),
    UNIT("单位"),
    CONTRACTOR("外包企业");

    private final String zh;

    OrganisationKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OrganisationKind> findKind(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(OrganisationKind::code).toList();
    }

    boolean standsUnder(OrganisationKind above) {
        return switch (this) {
            case BUREAU, DISTRICT -> above == BUREAU;
            case STREET -> above == BUREAU || above == DISTRICT;
            case COMMUNITY -> above == DISTRICT || above == STREET;
            case UNIT -> above != COMMUNITY && above != CONTRACTOR;
            case CONTRACTOR -> true;
        };
    }
}
