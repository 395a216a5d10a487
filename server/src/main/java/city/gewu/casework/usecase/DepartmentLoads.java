package city.gewu.casework.usecase;

import city.gewu.casework.store.DepartmentLoadStore;
import city.gewu.casework.store.DepartmentLoadStore.Load;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What stands beside a proposed dispatch: how much the department has on its hands already.
@Component
public class DepartmentLoads {

    /// Days over which returns are looked at.
    public static final int DAYS = 30;

    private final DepartmentLoadStore store;
    private final People people;
    private final Clock clock;

    DepartmentLoads(DepartmentLoadStore store, People people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /// Empty when no department is named, and for those who see only another organisation's cases:
    /// how busy their neighbours are is not theirs to see.
    public Optional<Load> find(String department, Actor actor) {
        var scope = Scope.of(actor, people);
        boolean inSight =
                scope.coversDepartment(department)
                        || scope.parts().stream().anyMatch(part -> part.department().isEmpty());
        if (department.isEmpty() || !inSight) {
            return Optional.empty();
        }
        var now = clock.instant();
        return Optional.of(store.load(department, now.minus(Duration.ofDays(DAYS)), now));
    }
}
