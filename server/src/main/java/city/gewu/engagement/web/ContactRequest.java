package city.gewu.engagement.web;

import city.gewu.casework.ReporterContact;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How to reach somebody, as it was typed.
record ContactRequest(
        @Nullable @Size(max = 100) String name, @Nullable @Size(max = 40) String phone) {

    static ReporterContact toContact(@Nullable ContactRequest given) {
        return given == null
                ? new ReporterContact("", "")
                : new ReporterContact(text(given.name()), text(given.phone()));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    @Override
    public String toString() {
        return "ContactRequest[***]";
    }
}
