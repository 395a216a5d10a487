package city.gewu.casework.model;

import city.gewu.casework.Position;
import city.gewu.casework.ReportSource;
import city.gewu.evidence.Evidence.PhotoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is known of the thing itself, whatever becomes of it.
///
/// @param condition code of the filing condition, or empty text
/// @param places code of the unit for each level of the city, frozen at the report
/// @param reporter account id of the finder
public record Facts(
        ReportSource source,
        String category,
        String condition,
        String description,
        String address,
        Optional<Position> position,
        List<String> places,
        List<String> flags,
        Photos photos,
        String reporter,
        Instant reportedAt) {

    public Facts {
        places = List.copyOf(places);
        flags = List.copyOf(flags);
    }

    /// Photos by the moment they show: as found, after handling, at a verification or check.
    public record Photos(List<PhotoId> before, List<PhotoId> after, List<PhotoId> check) {

        public Photos {
            before = List.copyOf(before);
            after = List.copyOf(after);
            check = List.copyOf(check);
        }
    }

    Facts classified(String newCategory, String newCondition) {
        return new Facts(
                source,
                newCategory,
                newCondition,
                description,
                address,
                position,
                places,
                flags,
                photos,
                reporter,
                reportedAt);
    }

    Facts withAfter(List<PhotoId> more) {
        return more.isEmpty()
                ? this
                : with(new Photos(photos.before(), join(photos.after(), more), photos.check()));
    }

    Facts withCheck(List<PhotoId> more) {
        return more.isEmpty()
                ? this
                : with(new Photos(photos.before(), photos.after(), join(photos.check(), more)));
    }

    private static List<PhotoId> join(List<PhotoId> kept, List<PhotoId> more) {
        return Stream.concat(kept.stream(), more.stream()).distinct().toList();
    }

    private Facts with(Photos changed) {
        return new Facts(
                source,
                category,
                condition,
                description,
                address,
                position,
                places,
                flags,
                changed,
                reporter,
                reportedAt);
    }
}
