package city.gewu.people.model;

import city.gewu.people.Staff.NewCertificate;
import city.gewu.people.Staff.NewPerson;
import city.gewu.platform.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a person and a certificate must say of themselves.
public final class PersonRules {

    private static final int LONGEST_NUMBER = 64;
    private static final Pattern STAFF_NO = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");
    private static final int LONGEST_NAME = 100;

    private PersonRules() {}

    public static Optional<Refusal> findRefusal(NewPerson person) {
        if (!STAFF_NO.matcher(person.staffNo()).matches()
                || !OrganisationTree.isText(person.name(), LONGEST_NAME)) {
            return Optional.of(
                    new Refusal(
                            "people.bad-person",
                            "The person (%s %s) lacks a good staff number or name."
                                    .formatted(person.staffNo(), person.name()),
                            "Fill in a staff number of at most %d letters, digits, dots or dashes, and a name of at most %d characters."
                                    .formatted(LONGEST_NUMBER, LONGEST_NAME)));
        }
        return person.leftOn()
                .flatMap(left ->
                        Spans.findRefusal(
                                new Span(person.joinedOn().orElse(left), person.leftOn())))
                .or(() ->
                        person.joinedOn()
                                .flatMap(joined ->
                                        Spans.findRefusal(new Span(joined, person.leftOn()))));
    }

    public static Optional<Refusal> findRefusal(NewCertificate certificate) {
        var days =
                new Span(certificate.issuedOn(), Optional.of(certificate.expiresOn().minusDays(1)));
        return OrganisationTree.isText(certificate.number(), LONGEST_NUMBER)
                        && Spans.findRefusal(days).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "people.bad-certificate",
                                "The certificate (%s) has no number, or its days (%s to %s) are reversed."
                                        .formatted(
                                                certificate.number(),
                                                certificate.issuedOn(),
                                                certificate.expiresOn()),
                                "Copy the number and both days from the certificate."));
    }
}
