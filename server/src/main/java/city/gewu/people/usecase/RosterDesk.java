package city.gewu.people.usecase;

import city.gewu.people.Staff.Person;
import city.gewu.people.model.Roster;
import city.gewu.people.store.CertificateStore;
import city.gewu.people.store.PostingStore;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Opens the roster of some people under the rules of the moment.
@Component
class RosterDesk {

    private final PostingStore postings;
    private final CertificateStore certificates;
    private final CitySeparations separations;

    RosterDesk(PostingStore postings, CertificateStore certificates, CitySeparations separations) {
        this.postings = postings;
        this.certificates = certificates;
        this.separations = separations;
    }

    /// The rules stay as they are until the transaction ends.
    Roster open(Collection<Person> people) {
        var roster = new Roster(separations.hold(), people);
        var ids = people.stream().map(Person::id).toList();
        postings.listOfPeople(ids).forEach(roster::add);
        certificates.listOfPeople(ids).forEach(roster::add);
        return roster;
    }
}
