package city.gewu.people.usecase;

import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.store.DepartmentStore;
import city.gewu.people.store.PersonStore;
import city.gewu.people.store.PostingStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Organisations, kept in memory once read, and people as actors.
@Component
class CityPeople implements People {

    private final DepartmentStore departments;
    private final PersonStore persons;
    private final PostingStore postings;
    private final CityDay day;
    private final Clock clock;
    private volatile @Nullable Map<String, Department> known;

    CityPeople(
            DepartmentStore departments,
            PersonStore persons,
            PostingStore postings,
            CityDay day,
            Clock clock) {
        this.departments = departments;
        this.persons = persons;
        this.postings = postings;
        this.day = day;
        this.clock = clock;
    }

    @Override
    public void saveDepartment(Department department) {
        departments.save(department);
        known = null;
    }

    @Override
    public Optional<Department> findDepartment(String code) {
        return Optional.ofNullable(departments().get(code));
    }

    @Override
    public List<Department> listDepartments() {
        return List.copyOf(departments().values());
    }

    private Map<String, Department> departments() {
        var read = known;
        if (read == null) {
            read = new LinkedHashMap<>();
            for (Department department : departments.list()) {
                read.put(department.code(), department);
            }
            known = read;
        }
        return read;
    }

    @Override
    public Optional<Actor> findActor(String personId) {
        return persons.findById(personId)
                .map(person ->
                        new Actor(
                                person.id(),
                                person.name(),
                                postings.listMandates(person.id(), day.of(clock.instant())).stream()
                                        .map(day::placed)
                                        .toList(),
                                person.department()));
    }
}
