package city.gewu.people.model;

import city.gewu.people.Post;
import city.gewu.people.Separation;
import city.gewu.people.Separations;
import city.gewu.people.Staff.Certificate;
import city.gewu.people.Staff.Person;
import city.gewu.people.Staff.Posting;
import city.gewu.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The postings and certificates of some people, and what may be added to them.
public final class Roster {

    private final Separations separations;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final Map<String, List<Certificate>> certificates = new HashMap<>();

    public Roster(Separations separations, Collection<Person> people) {
        this.separations = separations;
        people.forEach(person -> this.people.put(person.id(), person));
    }

    public void add(Posting posting) {
        postings.computeIfAbsent(posting.personId(), _ -> new ArrayList<>()).add(posting);
    }

    public void add(Certificate certificate) {
        certificates
                .computeIfAbsent(certificate.personId(), _ -> new ArrayList<>())
                .add(certificate);
    }

    /// What somebody holds, held or will hold; what was withdrawn is left out.
    public List<Posting> list(String personId) {
        return postings.getOrDefault(personId, List.of()).stream()
                .filter(one -> !Span.of(one).isReversed())
                .toList();
    }

    /// The same posting with another last day.
    public void end(Posting posting, LocalDate lastDay) {
        postings.getOrDefault(posting.personId(), new ArrayList<>()).remove(posting);
        add(
                new Posting(
                        posting.id(),
                        posting.personId(),
                        posting.post(),
                        posting.department(),
                        posting.area(),
                        posting.firstDay(),
                        Optional.of(lastDay),
                        posting.deputyOf()));
    }

    /// The posting that already stands as it is wanted.
    public Optional<Posting> findSame(Posting wanted) {
        return held(wanted)
                .filter(one -> isSamePlace(one, wanted))
                .filter(one -> Span.of(one).equals(Span.of(wanted)))
                .filter(one -> !Span.of(one).isReversed())
                .filter(one -> one.deputyOf().equals(wanted.deputyOf()))
                .findFirst();
    }

    /// Why the posting may not be added.
    public Optional<Refusal> findRefusal(Posting wanted) {
        return Stream.<Supplier<Optional<Refusal>>>of(
                        () -> badSpan(wanted),
                        () -> notInService(wanted),
                        () -> overlapping(wanted),
                        () -> exclusive(wanted),
                        () -> uncertified(wanted))
                .flatMap(rule -> rule.get().stream())
                .findFirst();
    }

    private Stream<Posting> held(Posting wanted) {
        return postings.getOrDefault(wanted.personId(), List.of()).stream();
    }

    /// Whether both are the same post in the same organisation and unit.
    public static boolean isSamePlace(Posting one, Posting other) {
        return one.post() == other.post()
                && one.department().equals(other.department())
                && one.area().level().equals(other.area().level())
                && one.area().unit().equals(other.area().unit());
    }

    private static Optional<Refusal> badSpan(Posting wanted) {
        return Spans.findRefusal(Span.of(wanted));
    }

    private Optional<Refusal> notInService(Posting wanted) {
        var person = person(wanted);
        var service = new Span(person.joinedOn().orElse(LocalDate.MIN), person.leftOn());
        return service.holds(Span.of(wanted))
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "people.not-in-service",
                                "The posting (%s) reaches beyond the service of (%s), which is (%s to %s)."
                                        .formatted(
                                                Span.of(wanted),
                                                called(wanted),
                                                person.joinedOn()
                                                        .map(LocalDate::toString)
                                                        .orElse("…"),
                                                person.leftOn()
                                                        .map(LocalDate::toString)
                                                        .orElse("…")),
                                "Choose days within the service, or correct the days of the"
                                        + " person."));
    }

    private Optional<Refusal> overlapping(Posting wanted) {
        return held(wanted)
                .filter(one -> isSamePlace(one, wanted))
                .filter(one -> Span.of(one).overlaps(Span.of(wanted)))
                .findFirst()
                .map(one ->
                        new Refusal(
                                "people.overlapping-posting",
                                "The person (%s) already holds the post (%s) of (%s) at (%s), %s."
                                        .formatted(
                                                called(wanted),
                                                one.post(),
                                                one.department(),
                                                ground(one),
                                                Span.of(one)),
                                "End that posting first, or choose other days."));
    }

    private Optional<Refusal> exclusive(Posting wanted) {
        return held(wanted)
                .filter(one -> Span.of(one).overlaps(Span.of(wanted)))
                .flatMap(one ->
                        separations
                                .findExclusive(EnumSet.of(one.post(), wanted.post()))
                                .map(rule -> exclusive(one, wanted, rule))
                                .stream())
                .findFirst();
    }

    private Refusal exclusive(Posting one, Posting wanted, Separation rule) {
        return new Refusal(
                "people.exclusive-posts",
                "The person (%s) holds the post (%s), %s; the rule (%s) keeps it apart from (%s)."
                        .formatted(
                                called(wanted),
                                one.post(),
                                Span.of(one),
                                rule.code(),
                                wanted.post()),
                "End the other posting first, or post somebody else.");
    }

    private Optional<Refusal> uncertified(Posting wanted) {
        if (wanted.post() != Post.ENFORCEMENT_OFFICER) {
            return Optional.empty();
        }
        var own = certificates.getOrDefault(wanted.personId(), List.of());
        if (own.isEmpty()) {
            return Optional.of(
                    new Refusal(
                            "people.no-certificate",
                            "The person (%s) has no certificate to enforce the law (行政处罚法 42)."
                                    .formatted(called(wanted)),
                            "Enter the certificate first, or post somebody who has one."));
        }
        return areInForce(own, Span.of(wanted))
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "people.certificate-out-of-date",
                                "The certificates of (%s) are not in force on every day of the posting (%s): %s."
                                        .formatted(called(wanted), Span.of(wanted), days(own)),
                                "Choose days on which a certificate is in force, the last no"
                                        + " later than it expires, or enter its renewal."));
    }

    /// Whether every day of the span has a certificate; one may follow upon the other.
    static boolean areInForce(List<Certificate> certificates, Span span) {
        var uncovered = span.firstDay();
        for (var certificate : inOrder(certificates)) {
            if (certificate.isInForce(uncovered)) {
                uncovered = certificate.expiresOn().plusDays(1);
            }
        }
        return uncovered.isAfter(span.end());
    }

    private static List<Certificate> inOrder(List<Certificate> certificates) {
        return certificates.stream().sorted(Comparator.comparing(Certificate::issuedOn)).toList();
    }

    private static String days(List<Certificate> certificates) {
        return String.join(
                ", ",
                inOrder(certificates).stream()
                        .map(one ->
                                "%s (%s to %s)"
                                        .formatted(one.number(), one.issuedOn(), one.expiresOn()))
                        .toList());
    }

    private Person person(Posting wanted) {
        var person = people.get(wanted.personId());
        if (person == null) {
            throw new IllegalStateException("Not on this roster: " + wanted.personId());
        }
        return person;
    }

    private String called(Posting wanted) {
        var person = person(wanted);
        return person.name() + " " + person.staffNo();
    }

    private static String ground(Posting posting) {
        var area = posting.area();
        return area.isCity() ? "the whole city" : area.level() + " " + area.unit();
    }
}
