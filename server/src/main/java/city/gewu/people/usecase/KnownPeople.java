package city.gewu.people.usecase;

import city.gewu.people.Staff.Person;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// People that were asked for by their staff numbers.
final class KnownPeople {

    private final Map<String, Person> byStaffNo = new HashMap<>();

    KnownPeople(Collection<Person> people) {
        people.forEach(person -> byStaffNo.put(person.staffNo(), person));
    }

    Optional<Person> find(String staffNo) {
        return Optional.ofNullable(byStaffNo.get(staffNo));
    }

    Person get(String staffNo) {
        return find(staffNo).orElseThrow(() -> new RefusedException(unknown(staffNo)));
    }

    Collection<Person> list() {
        return byStaffNo.values();
    }

    static Refusal unknown(String staffNo) {
        return new Refusal(
                "people.unknown-person",
                "There is no person with the staff number (%s).".formatted(staffNo),
                "Save the person first, or correct the number.");
    }
}
