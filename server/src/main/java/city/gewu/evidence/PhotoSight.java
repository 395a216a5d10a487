package city.gewu.evidence;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;

/// Says which photos a record shows to whom. The module that keeps the records implements it.
public interface PhotoSight {

    /// Whether the case carries the photo and the actor may see the case.
    boolean shows(long caseId, PhotoId photo, Actor actor);
}
