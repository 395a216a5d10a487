package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.model.Authority;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/// The people of the department that owes a case: whom it may be given to (内部交办).
@Component
public class Colleagues {

    private final CaseDesk desk;
    private final People people;

    Colleagues(CaseDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    /// Whom the case may be given to, by name: everybody of the department here but its finder and
    /// who has it already. Nobody, when the one who asks is not of the department.
    public List<Actor> list(CaseId id, Actor asking) {
        var file = desk.getKept(id, Scope.of(asking, people)).file();
        if (!Authority.mayHandle(asking, file)) {
            return List.of();
        }
        String department = file.findWork().map(work -> work.duty().department()).orElse("");
        String has = file.findWork().map(work -> work.duty().handler()).orElse("");
        return people.listHandlers(department).stream()
                .filter(one -> Authority.mayHandle(one, file))
                .filter(one -> !one.id().equals(file.facts().reporter()) && !one.id().equals(has))
                .toList();
    }
}
