package city.gewu.casework;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.territory.Place;
import java.util.List;
import java.util.Optional;

/// What a person reports (问题): anything found in the street, before it is a case.
///
/// @param category code of a minor category in force
/// @param condition code of one of its filing conditions; empty when none was chosen
/// @param position where the problem is, not where the reporter stands; empty when unknown
/// @param declaredPlace the place the source itself names; it then is the place of record, and a
///   position that says otherwise is flagged, not obeyed
/// @param flags doubts about the record, kept for all to see: `position.placeholder`,
///   `position.outside-city`, `place.differs-from-position`, `due.before-open`
public record Problem(
        ReportSource source,
        String category,
        Optional<String> condition,
        String description,
        String address,
        Optional<Position> position,
        Optional<Place> declaredPlace,
        List<PhotoId> photos,
        List<String> flags) {

    public Problem {
        photos = List.copyOf(photos);
        flags = List.copyOf(flags);
    }
}
