package city.gewu.assessment;

import city.gewu.people.Actor;
import city.gewu.platform.Named;
import java.util.Map;

/// What subjects are called, and who may see the figures of which.
public interface AssessedSubjects {

    /// Names by code for a kind of subject; what is not among them goes by its code.
    Map<String, Named> listNames(String kind);

    /// Whether somebody may see the figures of a subject: those of organisations and places anybody
    /// who reads the assessment, those of people whoever may read the roster, and one's own.
    boolean shows(String kind, String subject, Actor actor);
}
