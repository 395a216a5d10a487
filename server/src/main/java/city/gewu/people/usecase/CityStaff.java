package city.gewu.people.usecase;

import city.gewu.people.People;
import city.gewu.people.Staff;
import city.gewu.people.model.PersonRules;
import city.gewu.people.store.CertificateStore;
import city.gewu.people.store.PersonStore;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// People, their certificates and their postings.
@Component
class CityStaff implements Staff {

    private final PersonStore persons;
    private final CertificateStore certificates;
    private final PostPeople posts;
    private final People people;
    private final TransactionTemplate transaction;

    CityStaff(
            PersonStore persons,
            CertificateStore certificates,
            PostPeople posts,
            People people,
            TransactionTemplate transaction) {
        this.persons = persons;
        this.certificates = certificates;
        this.posts = posts;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public List<Person> savePeople(Collection<NewPerson> wanted) {
        var byStaffNo = new LinkedHashMap<String, Person>();
        for (var person : wanted) {
            PersonRules.findRefusal(person)
                    .ifPresent(why -> {
                        throw new RefusedException(why);
                    });
            Departments.require(people, person.department());
            byStaffNo.put(person.staffNo(), toPerson(person));
        }
        return persons.saveAll(List.copyOf(byStaffNo.values()));
    }

    private static Person toPerson(NewPerson person) {
        return new Person(
                UUID.randomUUID().toString(),
                person.staffNo(),
                person.name(),
                person.department(),
                person.joinedOn(),
                person.leftOn());
    }

    @Override
    public List<Person> listPeople() {
        return persons.list();
    }

    @Override
    public Optional<Person> findPerson(String staffNo) {
        return persons.listByStaffNo(List.of(staffNo)).stream().findFirst();
    }

    @Override
    public List<Certificate> saveCertificates(Collection<NewCertificate> wanted) {
        return transaction.execute(_ -> {
            var known =
                    new KnownPeople(
                            persons.lockByStaffNo(
                                    wanted.stream().map(NewCertificate::staffNo).toList()));
            var byNumber = new LinkedHashMap<String, Certificate>();
            for (var certificate : wanted) {
                PersonRules.findRefusal(certificate)
                        .ifPresent(why -> {
                            throw new RefusedException(why);
                        });
                byNumber.put(certificate.number(), toCertificate(certificate, known));
            }
            var saved = certificates.saveAll(List.copyOf(byNumber.values()));
            saved.forEach(one -> byNumber.remove(one.number()));
            byNumber.keySet().stream()
                    .findFirst()
                    .ifPresent(number -> {
                        throw new RefusedException(numberTaken(number));
                    });
            return saved;
        });
    }

    static Refusal numberTaken(String number) {
        return new Refusal(
                "people.certificate-number-taken",
                "The certificate (%s) is somebody else's.".formatted(number),
                "Copy the number from the certificate again.");
    }

    private static Certificate toCertificate(NewCertificate wanted, KnownPeople known) {
        return new Certificate(
                0,
                known.get(wanted.staffNo()).id(),
                wanted.number(),
                wanted.issuedOn(),
                wanted.expiresOn());
    }

    @Override
    public List<Posting> postAll(Collection<NewPosting> postings) {
        return posts.postAll(postings);
    }

    @Override
    public Posting endPosting(long id, LocalDate lastDay, String reason) {
        return posts.end(id, lastDay, reason);
    }

    @Override
    public Posting nameDeputy(long postingId, NewDeputy deputy) {
        return posts.nameDeputy(postingId, deputy);
    }
}
