package city.gewu.exchange.model;

import city.gewu.casework.Position;
import city.gewu.casework.ReportSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How one export becomes cases: which column says what, and what its values mean.
///
/// @param origin the system the export comes from; with the id it names a case for good
public record CaseMapping(
        String origin,
        char delimiter,
        Times times,
        String id,
        Statuses statuses,
        Sources sources,
        Categories categories,
        Departments departments,
        Template description,
        Template address,
        Template closingNote,
        Optional<Coordinates> coordinates,
        List<PlaceColumn> places) {

    public CaseMapping {
        places = List.copyOf(places);
    }

    public record Times(MomentReader reader, String opened, Optional<String> due, String closed) {}

    public record Statuses(String column, Map<String, Status> values) {
        public Statuses {
            values = Map.copyOf(values);
        }
    }

    /// What a source's status says of the case.
    public enum Status {
        OPEN,
        CLOSED,
        CANCELLED
    }

    public record Sources(String column, Map<String, ReportSource> values) {
        public Sources {
            values = Map.copyOf(values);
        }
    }

    /// One column names the minor category by code or name; two name the major and the minor.
    ///
    /// @param values category code for texts that the catalogue does not know, the columns joined
    ///   by ` / `
    public record Categories(List<String> columns, Map<String, String> values) {
        public Categories {
            columns = List.copyOf(columns);
            values = Map.copyOf(values);
        }
    }

    /// @param values department code for texts that are not themselves one
    public record Departments(String column, Map<String, String> values) {
        public Departments {
            values = Map.copyOf(values);
        }
    }

    /// @param placeholders points that stand for "somewhere", as the export writes them
    public record Coordinates(
            String longitude, String latitude, Datum datum, Set<Position> placeholders) {
        public Coordinates {
            placeholders = Set.copyOf(placeholders);
        }
    }

    /// The system that coordinates are measured in.
    public enum Datum {
        WGS84,
        GCJ02
    }

    /// Every column the mapping reads.
    public List<String> columns() {
        var columns = new ArrayList<>(List.of(id, times.opened(), times.closed()));
        times.due().ifPresent(columns::add);
        columns.add(statuses.column());
        columns.add(sources.column());
        columns.addAll(categories.columns());
        columns.add(departments.column());
        columns.addAll(description.columns());
        columns.addAll(address.columns());
        columns.addAll(closingNote.columns());
        coordinates.ifPresent(
                point -> columns.addAll(List.of(point.longitude(), point.latitude())));
        places.forEach(place -> columns.add(place.column()));
        return columns.stream().distinct().toList();
    }
}
