package city.gewu.people.usecase;

import city.gewu.people.Area;
import city.gewu.people.People;
import city.gewu.people.Staff;
import city.gewu.people.store.PersonStore;
import city.gewu.people.store.PostingStore;
import city.gewu.platform.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People and their postings.
@Component
class CityStaff implements Staff {

    private final PersonStore persons;
    private final PostingStore postings;
    private final People people;
    private final CityDay day;

    CityStaff(PersonStore persons, PostingStore postings, People people, CityDay day) {
        this.persons = persons;
        this.postings = postings;
        this.people = people;
        this.day = day;
    }

    @Override
    public Person savePerson(NewPerson person) {
        requireDepartment(person.department());
        return persons.save(
                new Person(
                        UUID.randomUUID().toString(),
                        person.staffNo(),
                        person.name(),
                        person.department()));
    }

    @Override
    public List<Person> listPeople() {
        return persons.list();
    }

    @Override
    public Optional<Person> findPerson(String staffNo) {
        return persons.findByStaffNo(staffNo);
    }

    @Override
    @Transactional
    public Posting post(NewPosting wanted) {
        var person =
                findPerson(wanted.staffNo())
                        .orElseThrow(() ->
                                new RefusedException(
                                        "people.unknown-person",
                                        "There is no person with the staff number (%s)."
                                                .formatted(wanted.staffNo()),
                                        "Save the person first, or correct the number."));
        requireDepartment(wanted.department());
        var area = new Area(wanted.level(), wanted.unit(), depth(wanted.level()));
        var posting =
                new Posting(
                        0,
                        person.id(),
                        wanted.post(),
                        wanted.department(),
                        area,
                        wanted.firstDay(),
                        wanted.lastDay());
        return postings.insert(posting);
    }

    private int depth(String level) {
        return level.isEmpty() ? 0 : day.depth(level);
    }

    private void requireDepartment(String code) {
        if (!code.isEmpty() && people.findDepartment(code).isEmpty()) {
            throw new RefusedException(
                    "people.unknown-department",
                    "The organisation (%s) is not known.".formatted(code),
                    "Save the organisation first, or correct its code.");
        }
    }
}
