package city.gewu.casework;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.territory.Place;
import java.util.List;
import java.util.Map;
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
/// @param answers to the questions of the category, by code; empty from a channel that does not ask
public record Problem(
        ReportSource source,
        String category,
        Optional<String> condition,
        String description,
        String address,
        Optional<Position> position,
        Optional<Place> declaredPlace,
        List<PhotoId> photos,
        List<String> flags,
        Optional<Map<String, String>> answers) {

    /// What the name of an answer begins with in the event of the report.
    public static final String ANSWER = "answer.";

    public Problem {
        photos = List.copyOf(photos);
        flags = List.copyOf(flags);
        answers = answers.map(Map::copyOf);
    }

    /// From a channel that does not ask what the category asks.
    public Problem(
            ReportSource source,
            String category,
            Optional<String> condition,
            String description,
            String address,
            Optional<Position> position,
            Optional<Place> declaredPlace,
            List<PhotoId> photos,
            List<String> flags) {
        this(
                source,
                category,
                condition,
                description,
                address,
                position,
                declaredPlace,
                photos,
                flags,
                Optional.empty());
    }
}
