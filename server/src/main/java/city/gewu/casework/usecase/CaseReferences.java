package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Arbitrate;
import city.gewu.casework.CaseCommand.AssignInside;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.model.Authority;
import city.gewu.casework.model.CaseFile;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.people.People;
import city.gewu.platform.RefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whether the codes a report or command names exist. Each is looked up once; make a new one for
/// each use.
final class CaseReferences {

    private final Catalogue catalogue;
    private final People people;
    private final Map<String, Optional<MinorCategory>> categories = new HashMap<>();
    private final Map<String, Boolean> departments = new HashMap<>();

    CaseReferences(Catalogue catalogue, People people) {
        this.catalogue = catalogue;
        this.people = people;
    }

    void check(CaseCommand command) {
        if (command instanceof File(var category, var condition)) {
            checkCategory(category, condition);
        } else if (command instanceof Dispatch(var department, var assisting, _)) {
            checkDepartment(department);
            assisting.forEach(this::checkDepartment);
        } else if (command instanceof Arbitrate(var department, _, _)) {
            checkDepartment(department);
        }
    }

    /// Refused when a case is given to somebody outside the department that owes it.
    void checkColleague(CaseCommand command, CaseFile file) {
        if (command instanceof AssignInside(var handler)
                && people.findActor(handler)
                        .filter(one -> Authority.mayHandle(one, file))
                        .isEmpty()) {
            throw new RefusedException(
                    "casework.no-colleague",
                    "The account (%s) does not handle cases of this department here."
                            .formatted(handler),
                    "Choose one of the colleagues that the case lists.");
        }
    }

    void checkCategory(String code, Optional<String> condition) {
        var category =
                categories
                        .computeIfAbsent(code, catalogue::findCategory)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "casework.unknown-category",
                                        "There is no category (%s) in force.".formatted(code),
                                        "Choose a minor category of the scheme in force."));
        if (condition.isPresent()
                && category.conditions().stream()
                        .noneMatch(c -> c.code().equals(condition.get()))) {
            throw new RefusedException(
                    "casework.unknown-condition",
                    "The category (%s) has no filing condition (%s)."
                            .formatted(code, condition.get()),
                    "Choose one of its conditions, or none.");
        }
    }

    private void checkDepartment(String code) {
        if (!departments.computeIfAbsent(code, c -> people.findDepartment(c).isPresent())) {
            throw new RefusedException(
                    "casework.unknown-department",
                    "There is no department (%s).".formatted(code),
                    "Choose a department of this city.");
        }
    }
}
