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

    private MinorCategory getCategory(String code) {
        return categories
                .computeIfAbsent(code, catalogue::findCategory)
                .orElseThrow(() ->
                        new RefusedException(
                                "casework.unknown-category",
                                "There is no category (%s) in force.".formatted(code),
                                "Choose a minor category of the scheme in force."));
    }

    /// Whether the answers fit what the category asks, and none that it must have is left out.
    void checkAnswers(String code, Map<String, String> answers) {
        var category = getCategory(code);
        answers.forEach((question, answer) -> checkAnswer(category, question, answer));
        for (var question : category.questions()) {
            if (question.required() && !answers.containsKey(question.code())) {
                throw new RefusedException(
                        "casework.missing-form-answer",
                        "The category (%s) must have an answer to (%s)."
                                .formatted(code, question.code()),
                        "Answer it: %s".formatted(question.text().zh()));
            }
        }
    }

    private static void checkAnswer(MinorCategory category, String question, String answer) {
        var asked =
                category.findQuestion(question)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "casework.unknown-question",
                                        "The category (%s) does not ask (%s)."
                                                .formatted(category.code(), question),
                                        "Load the categories again and ask what they ask now."));
        if (!asked.accepts(answer)) {
            throw new RefusedException(
                    "casework.bad-form-answer",
                    "The question (%s) of the category (%s) is not answered like that: it takes (%s)."
                            .formatted(question, category.code(), asked.kind()),
                    "Answer it: %s".formatted(asked.text().zh()));
        }
    }

    void checkCategory(String code, Optional<String> condition) {
        var category = getCategory(code);
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
