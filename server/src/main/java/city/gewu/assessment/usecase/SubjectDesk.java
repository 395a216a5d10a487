package city.gewu.assessment.usecase;

import city.gewu.assessment.AssessedSubjects;
import city.gewu.people.Actor;
import city.gewu.platform.Named;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Subjects for the modules above.
@Component
class SubjectDesk implements AssessedSubjects {

    private final SubjectNames names;
    private final FigureSight sight;

    SubjectDesk(SubjectNames names, FigureSight sight) {
        this.names = names;
        this.sight = sight;
    }

    @Override
    public Map<String, Named> listNames(String kind) {
        return names.listNames(kind);
    }

    @Override
    public Named nameKind(String kind) {
        return names.nameKind(kind);
    }

    @Override
    public boolean shows(String kind, String subject, Actor actor) {
        return sight.shows(kind, subject, actor);
    }
}
