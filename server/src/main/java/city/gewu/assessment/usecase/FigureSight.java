package city.gewu.assessment.usecase;

import city.gewu.assessment.AssessedSubjects;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Rights;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import org.springframework.stereotype.Component;

/// Who may open a figure. The table compares organisations and places and is for all; the cases
/// behind a figure are for those who may see all cases of its subject. Figures of people are for
/// those who may read the roster, and everybody's own for oneself.
@Component
public class FigureSight {

    private final People people;
    private final Territory territory;

    FigureSight(People people, Territory territory) {
        this.people = people;
        this.territory = territory;
    }

    /// Whether a row of the table is shown.
    public boolean shows(String by, String subject, Actor actor) {
        return !SubjectKind.isPerson(by)
                || subject.equals(actor.id())
                || actor.holds(mandate -> Rights.of(mandate.post()).contains(Right.READ_PEOPLE));
    }

    public void requireSight(Question question, Actor actor) {
        var scope = Scope.of(actor, people);
        if (!shows(question.by(), question.subject(), actor)
                || (!scope.all() && !covers(scope, question.by(), question.subject()))) {
            throw new RefusedException(
                    "assessment.not-allowed-subject",
                    "The cases behind the figures of (%s %s) lie outside your postings."
                            .formatted(question.by(), question.subject()),
                    "Open the figures of your own organisation or area.");
        }
    }

    private boolean covers(Scope scope, String by, String subject) {
        if (SubjectKind.isPerson(by)) {
            return subject.equals(scope.person());
        }
        return AssessedSubjects.ORGANISATIONS.contains(by)
                ? scope.coversDepartment(subject)
                : territory
                        .findPlaceOf(by, subject)
                        .map(Place::units)
                        .filter(units -> scope.coversUnits(units))
                        .isPresent();
    }
}
