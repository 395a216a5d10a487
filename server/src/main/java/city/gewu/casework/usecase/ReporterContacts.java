package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.ReporterContact;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.Asking;
import city.gewu.privacy.PersonalData.MaskedRecord;
import city.gewu.privacy.PersonalData.NewRecord;
import city.gewu.privacy.PersonalData.OpenedRecord;
import city.gewu.privacy.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who reported a case and how to reach them, kept beside it under lock.
@Component
public class ReporterContacts {

    private final PersonalData data;

    ReporterContacts(PersonalData data) {
        this.data = data;
    }

    /// Refuses a phone that nobody can call.
    static void check(ReporterContact contact) {
        if (!contact.isCallable()) {
            throw new RefusedException(
                    "casework.bad-phone",
                    "The reporter's phone is no phone number.",
                    "Type a mobile number, or a landline with its area code; or leave it empty.");
        }
    }

    void keep(CaseId id, ReporterContact contact) {
        data.keep(fresh(id, contact));
    }

    void keepAll(Map<CaseId, ReporterContact> contacts) {
        data.keepAll(
                contacts.entrySet().stream()
                        .map(entry -> fresh(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /// Forgets the contact of a case that did not come to be.
    void forget(CaseId id) {
        data.erase(
                DataKind.REPORTER,
                subject(id),
                new Asking("system:casework", "the report was not taken", ""));
    }

    /// As everybody may see it who sees the case.
    public Optional<MaskedRecord> find(CaseId id) {
        return data.find(DataKind.REPORTER, subject(id));
    }

    /// In clear; the audit log has who asked and why before it is answered. Whether the person may
    /// see the case is for the caller to know.
    public OpenedRecord open(CaseId id, Actor actor, String reason, String address) {
        var kept =
                find(id).orElseThrow(() ->
                        new RefusedException(
                                "casework.no-reporter-contact",
                                "Nothing is kept about who reported the case (%d)."
                                        .formatted(id.value()),
                                "Nobody gave a name, or it was erased in time."));
        return data.open(kept.id(), new Asking(actor.id(), reason, address));
    }

    /// The cases that somebody with this phone reported, the newest first; the audit log has who
    /// asked before it is answered.
    List<CaseId> listCasesOf(PhoneNumber phone, Actor actor, String reason, String address) {
        return data
                .listSubjects(DataKind.REPORTER, phone, new Asking(actor.id(), reason, address))
                .stream()
                .map(subject -> new CaseId(Long.parseLong(subject)))
                .toList();
    }

    /// Stands for the contact where a request is compared with another.
    public String mark(ReporterContact contact) {
        return data.mark(contact.name() + "\n" + contact.phone());
    }

    private static NewRecord fresh(CaseId id, ReporterContact contact) {
        return new NewRecord(
                DataKind.REPORTER,
                subject(id),
                Map.of(PersonalData.NAME, contact.name(), PersonalData.PHONE, contact.phone()),
                Optional.empty());
    }

    private static String subject(CaseId id) {
        return Long.toString(id.value());
    }
}
