package city.gewu.people.usecase;

import city.gewu.audit.ActorNames;
import city.gewu.people.store.PersonNameStore;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Tells the audit log what people are called.
@Component
class PersonNames implements ActorNames {

    private final PersonNameStore persons;

    PersonNames(PersonNameStore persons) {
        this.persons = persons;
    }

    @Override
    public Map<String, String> names(Set<String> actorIds) {
        return persons.listNames(actorIds);
    }
}
