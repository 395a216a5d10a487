package city.gewu.people.usecase;

import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.model.OrganisationTree;
import city.gewu.people.model.TreeGrowth;
import city.gewu.people.store.DepartmentStore;
import city.gewu.people.store.PersonStore;
import city.gewu.people.store.PostingStore;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Organisations, kept in memory once read, and people as actors.
@Component
class CityPeople implements People {

    private final DepartmentStore departments;
    private final PersonStore persons;
    private final PostingStore postings;
    private final CityDay day;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Map<String, Department> known;

    CityPeople(
            DepartmentStore departments,
            PersonStore persons,
            PostingStore postings,
            CityDay day,
            TransactionTemplate transaction,
            Clock clock) {
        this.departments = departments;
        this.persons = persons;
        this.postings = postings;
        this.day = day;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void saveDepartment(Department department) {
        saveDepartments(List.of(department));
    }

    @Override
    public void saveDepartments(Collection<Department> wanted) {
        transaction.executeWithoutResult(_ -> {
            departments.lock();
            departments.saveAll(inOrder(wanted));
        });
        forget();
    }

    /// The organisations as they fit into the tree; refused when one does not.
    private List<Department> inOrder(Collection<Department> wanted) {
        var growth = new TreeGrowth(new OrganisationTree(departments.list()));
        var rest = growth.growBy(wanted);
        if (!rest.isEmpty()) {
            throw new RefusedException(rest.getFirst().why());
        }
        return growth.listSaved();
    }

    /// Forgets what was read: somebody else saved organisations.
    synchronized void forget() {
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
        return read == null ? readAgain() : read;
    }

    /// What was read before somebody saved is never remembered after.
    private synchronized Map<String, Department> readAgain() {
        var read = new LinkedHashMap<String, Department>();
        departments.list().forEach(one -> read.put(one.code(), one));
        known = read;
        return read;
    }

    @Override
    public List<Actor> listHandlers(String department) {
        return postings.listPosted(Post.HANDLER, department, day.of(clock.instant())).stream()
                .flatMap(person -> findActor(person).stream())
                .filter(one -> one.holds(Post.HANDLER))
                .sorted(Comparator.comparing(Actor::displayName).thenComparing(Actor::id))
                .toList();
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
