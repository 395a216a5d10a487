package city.gewu.people.web;

import city.gewu.people.Staff.Certificate;
import city.gewu.people.usecase.StaffDirectory.Entry;
import city.gewu.people.usecase.StaffDirectory.File;
import city.gewu.platform.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody as pages show them.
///
/// @param certificates absent in lists
record PersonBody(
        String id,
        String staffNo,
        String name,
        String department,
        Named departmentName,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        List<PostingBody> postings,
        @Nullable List<CertificateBody> certificates) {

    /// @param inForce whether it counts today
    record CertificateBody(
            long id, String number, LocalDate issuedOn, LocalDate expiresOn, boolean inForce) {

        static CertificateBody of(Certificate certificate, LocalDate today) {
            return new CertificateBody(
                    certificate.id(),
                    certificate.number(),
                    certificate.issuedOn(),
                    certificate.expiresOn(),
                    certificate.isInForce(today));
        }
    }

    static PersonBody of(Entry entry, StaffNames names) {
        return of(entry, null, names);
    }

    static PersonBody of(File file, LocalDate today, StaffNames names) {
        return of(
                file.entry(),
                file.certificates().stream().map(one -> CertificateBody.of(one, today)).toList(),
                names);
    }

    private static PersonBody of(
            Entry entry, @Nullable List<CertificateBody> certificates, StaffNames names) {
        var person = entry.person();
        return new PersonBody(
                person.id(),
                person.staffNo(),
                person.name(),
                person.department(),
                names.department(person.department()),
                person.joinedOn().orElse(null),
                person.leftOn().orElse(null),
                entry.postings().stream().map(one -> PostingBody.of(one, person, names)).toList(),
                certificates);
    }
}
