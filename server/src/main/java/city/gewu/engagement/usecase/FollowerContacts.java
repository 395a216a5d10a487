package city.gewu.engagement.usecase;

import city.gewu.casework.ReporterContact;
import city.gewu.engagement.model.SentReport;
import city.gewu.messaging.Notices;
import city.gewu.platform.RefusedException;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.Asking;
import city.gewu.privacy.PersonalData.NewRecord;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// How to reach somebody who follows a report: under lock, beside the report. What is kept here is
/// what notices go to and what a report is found by.
@Component
class FollowerContacts {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final PersonalData data;
    private final Notices notices;

    FollowerContacts(PersonalData data, Notices notices) {
        this.data = data;
        this.notices = notices;
    }

    /// Refuses a phone that nobody can call and an address that takes no mail.
    static void check(FollowerContact contact) {
        if (!contact.person().isCallable()) {
            throw badPhone();
        }
        if (!contact.email().isEmpty() && !EMAIL.matcher(contact.email()).matches()) {
            throw new RefusedException(
                    "engagement.bad-email",
                    "What was typed is no e-mail address.",
                    "Type it as name@example.org, or leave it empty.");
        }
    }

    static RefusedException badPhone() {
        return new RefusedException(
                "engagement.bad-phone",
                "What was typed is no phone number.",
                "Type a mobile number, or a landline with its area code; or leave it empty.");
    }

    void keep(long report, FollowerContact contact) {
        var wechat =
                contact.wechatVisit().isEmpty()
                        ? ""
                        : notices.findWechatId(contact.wechatVisit()).orElse("");
        var fields =
                Map.of(
                        PersonalData.NAME,
                        contact.person().name(),
                        PersonalData.PHONE,
                        contact.person().phone(),
                        "email",
                        contact.email(),
                        "wechat",
                        wechat);
        if (fields.values().stream().allMatch(String::isEmpty)) {
            return;
        }
        data.keep(
                new NewRecord(DataKind.FOLLOWER, Long.toString(report), fields, Optional.empty()));
    }

    /// In clear, to go with the case that the report becomes.
    ReporterContact open(SentReport sent, String actor) {
        return data.find(DataKind.FOLLOWER, sent.subject())
                .map(kept ->
                        data.open(kept.id(), new Asking(actor, "the report becomes a case", "")))
                .map(opened ->
                        new ReporterContact(
                                opened.field(PersonalData.NAME), opened.field(PersonalData.PHONE)))
                .orElseGet(() -> new ReporterContact("", ""));
    }
}
