package city.gewu.engagement.web;

import city.gewu.casework.ReporterContact;
import city.gewu.engagement.usecase.FollowerContact;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How to reach somebody, as it was typed.
///
/// @param wechatCode what WeChat's `oauth2/authorize` gave the page
record ContactRequest(
        @Nullable @Size(max = 100) String name,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 200) String email,
        @Nullable @Size(max = 100) String wechatCode) {

    static FollowerContact toContact(@Nullable ContactRequest given) {
        return given == null
                ? FollowerContact.NONE
                : new FollowerContact(
                        new ReporterContact(text(given.name()), text(given.phone())),
                        text(given.email()),
                        text(given.wechatCode()));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    @Override
    public String toString() {
        return "ContactRequest[***]";
    }
}
