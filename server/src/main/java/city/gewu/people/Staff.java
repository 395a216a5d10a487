package city.gewu.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// People, their certificates and the posts they hold (人员、执法证、任职).
public interface Staff {

    /// Saves a person under the staff number; the same number again changes the person. Refused
    /// with `people.bad-person`, `people.bad-span` or `people.unknown-department`.
    default Person savePerson(NewPerson person) {
        return savePeople(List.of(person)).getFirst();
    }

    /// The same for many, all or none.
    List<Person> savePeople(Collection<NewPerson> people);

    List<Person> listPeople();

    Optional<Person> findPerson(String staffNo);

    /// Saves certificates of enforcement officers, all or none; a number that the person has
    /// already gets the new days. Refused with `people.bad-certificate`, and with
    /// `people.certificate-number-taken` when somebody else has the number.
    List<Certificate> saveCertificates(Collection<NewCertificate> certificates);

    /// Posts a person; answers the posting that is there when the same one already stands. Refused
    /// when the place is not known, the person is not in service, holds the same post there at the
    /// same time, holds a post that is kept apart from it, or lacks the certificate it asks for.
    default Posting post(NewPosting posting) {
        return postAll(List.of(posting)).getFirst();
    }

    /// The same for many, all or none; answered in no order.
    List<Posting> postAll(Collection<NewPosting> postings);

    /// Ends a posting, and those of its deputies, with the day; on the day before its first it is
    /// withdrawn.
    Posting endPosting(long id, LocalDate lastDay, String reason);

    /// Lets somebody stand in for whoever holds a posting, for a span within it (代理).
    Posting nameDeputy(long postingId, NewDeputy deputy);

    /// @param staffNo what the organisation calls the person by; unique (工号)
    /// @param joinedOn first day of service (入职日期); empty when it is not known
    /// @param leftOn last day of service (离职日期); empty while the person serves
    record Person(
            String id,
            String staffNo,
            String name,
            String department,
            Optional<LocalDate> joinedOn,
            Optional<LocalDate> leftOn) {}

    record NewPerson(
            String staffNo,
            String name,
            String department,
            Optional<LocalDate> joinedOn,
            Optional<LocalDate> leftOn) {

        public NewPerson(String staffNo, String name, String department) {
            this(staffNo, name, department, Optional.empty(), Optional.empty());
        }
    }

    /// What lets a person enforce the law (行政执法证), from the first day to the last, both included.
    record Certificate(
            long id, String personId, String number, LocalDate issuedOn, LocalDate expiresOn) {

        public boolean isInForce(LocalDate day) {
            return !day.isBefore(issuedOn) && !day.isAfter(expiresOn);
        }
    }

    record NewCertificate(String staffNo, String number, LocalDate issuedOn, LocalDate expiresOn) {}

    /// A person's post in a place for a span of days (任职).
    ///
    /// @param department organisation the post is held in
    /// @param firstDay first day it counts, in the city's zone
    /// @param lastDay last day it counts; empty while it is open
    /// @param deputyOf the posting whose holder this one stands in for; empty for one's own
    record Posting(
            long id,
            String personId,
            Post post,
            String department,
            Area area,
            LocalDate firstDay,
            Optional<LocalDate> lastDay,
            Optional<Long> deputyOf) {}

    /// @param level code of a level, or empty text for the whole city
    record NewPosting(
            String staffNo,
            Post post,
            String department,
            String level,
            String unit,
            LocalDate firstDay,
            Optional<LocalDate> lastDay) {}

    record NewDeputy(String staffNo, LocalDate firstDay, LocalDate lastDay) {}
}
