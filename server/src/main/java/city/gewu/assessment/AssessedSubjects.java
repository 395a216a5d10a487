package city.gewu.assessment;

import city.gewu.people.Actor;
import city.gewu.platform.Named;
import java.util.List;
import java.util.Map;

/// What subjects are called, and who may see the figures of which.
public interface AssessedSubjects {

    /// Kinds whose subjects are organisations: those that handle cases (责任部门), those of them that
    /// work by contract (外包企业), and those that send people into the street (队伍).
    List<String> ORGANISATIONS = List.of("department", "contractor", "team");

    /// Names by code for a kind of subject; what is not among them goes by its code.
    Map<String, Named> listNames(String kind);

    /// Whether somebody may see the figures of a subject: those of organisations and places anybody
    /// who reads the assessment, those of people whoever may read the roster, and one's own.
    boolean shows(String kind, String subject, Actor actor);
}
