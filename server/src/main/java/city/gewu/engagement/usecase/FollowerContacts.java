package city.gewu.engagement.usecase;

import city.gewu.casework.ReporterContact;
import city.gewu.engagement.model.SentReport;
import city.gewu.platform.RefusedException;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.Asking;
import city.gewu.privacy.PersonalData.NewRecord;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How to reach somebody whose report has no case of its own: under lock, beside the report.
@Component
class FollowerContacts {

    private final PersonalData data;

    FollowerContacts(PersonalData data) {
        this.data = data;
    }

    /// Refuses a phone that nobody can call.
    static void check(ReporterContact contact) {
        if (!contact.isCallable()) {
            throw new RefusedException(
                    "engagement.bad-phone",
                    "What was typed is no phone number.",
                    "Type a mobile number, or a landline with its area code; or leave it empty.");
        }
    }

    void keep(long report, ReporterContact contact) {
        if (contact.isEmpty()) {
            return;
        }
        data.keep(
                new NewRecord(
                        DataKind.FOLLOWER,
                        Long.toString(report),
                        Map.of(
                                PersonalData.NAME, contact.name(),
                                PersonalData.PHONE, contact.phone()),
                        Optional.empty()));
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

    /// What the case has taken over.
    void forget(SentReport sent, String actor) {
        data.erase(DataKind.FOLLOWER, sent.subject(), new Asking(actor, "the case has it now", ""));
    }
}
