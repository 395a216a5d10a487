package city.gewu.assessment.usecase;

import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import org.springframework.stereotype.Component;

/// Who may open a figure. The table compares everybody and is for all; the cases behind a figure
/// are for those who may see all cases of its subject.
@Component
public class FigureSight {

    private static final String DEPARTMENT = "department";

    private final People people;
    private final Territory territory;

    FigureSight(People people, Territory territory) {
        this.people = people;
        this.territory = territory;
    }

    public void requireSight(Question question, Actor actor) {
        var scope = Scope.of(actor, people);
        if (!scope.all() && !covers(scope, question.by(), question.subject())) {
            throw new RefusedException(
                    "assessment.not-allowed-subject",
                    "The cases behind the figures of (%s %s) lie outside your postings."
                            .formatted(question.by(), question.subject()),
                    "Open the figures of your own organisation or area.");
        }
    }

    private boolean covers(Scope scope, String by, String subject) {
        return by.equals(DEPARTMENT)
                ? scope.coversDepartment(subject)
                : territory
                        .findPlaceOf(by, subject)
                        .map(Place::units)
                        .filter(units -> scope.coversUnits(units))
                        .isPresent();
    }
}
