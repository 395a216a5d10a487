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

    /// Those whose figures anybody may read. A team may be one person, so teams are not among them.
    List<String> PUBLISHED_ORGANISATIONS = List.of("department", "contractor");

    /// Names by code for a kind of subject; what is not among them goes by its code.
    Map<String, Named> listNames(String kind);

    /// What a kind of organisations or places is called, as the head of its table.
    Named nameKind(String kind);

    /// Whether somebody may see the figures of a subject: those of organisations and places anybody
    /// who reads the assessment, those of people whoever may read the roster, and one's own.
    boolean shows(String kind, String subject, Actor actor);
}
