package city.gewu.casework;

import city.gewu.people.Actor;
import java.util.Optional;

/// Says which cases were given to somebody to look at in the street, beyond what the person sees by
/// post. The module that gives such tasks implements it.
public interface EntrustedCases {

    /// Whether the person holds a task on the case now.
    boolean isEntrusted(CaseId id, Actor actor);

    /// Id of who was drawn to look at the case and has not answered; empty while nobody is.
    Optional<String> findDrawn(CaseId id);
}
