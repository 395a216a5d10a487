package city.gewu.evidence;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;

/// Says which photos a record other than a case shows to whom. A module that keeps such records
/// implements it.
public interface RecordPhotos {

    boolean shows(PhotoId photo, Actor actor);
}
