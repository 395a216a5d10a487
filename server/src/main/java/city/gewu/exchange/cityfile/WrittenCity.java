package city.gewu.exchange.cityfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A city file as it is written. Every key is required unless it is an `Optional`.
record WrittenCity(
        About city,
        String calendar,
        Scheme catalogue,
        List<WrittenLevel> levels,
        List<WrittenDepartment> departments,
        Optional<WrittenCases> cases) {

    record About(String code, Name name, String zone, List<Double> centre, Double zoom) {}

    record Name(String zh, String en) {}

    record Scheme(String version, String file) {}

    /// @param parent the level it nests in, when that is not the one before it
    record WrittenLevel(
            String code, Name name, Optional<String> parent, Optional<GeoJson> geojson) {}

    record GeoJson(String crs, String code, Name name, String parent, String effectiveOn) {}

    record WrittenDepartment(String code, Name name, String kind, Optional<String> parent) {}

    record WrittenCases(
            String origin,
            String delimiter,
            Times times,
            String id,
            String opened,
            Optional<String> due,
            String closed,
            Values status,
            Values source,
            Categories category,
            DepartmentColumn department,
            String description,
            String address,
            String closingNote,
            Optional<Coordinates> position,
            Optional<Map<String, PlaceOf>> places) {}

    record Times(String zone, List<String> formats) {}

    record Values(String column, Map<String, String> values) {}

    record Categories(List<String> columns, Optional<Map<String, String>> values) {}

    record DepartmentColumn(String column, Optional<Map<String, String>> values) {}

    record Coordinates(
            String longitude,
            String latitude,
            String system,
            Optional<List<List<Double>>> placeholders) {}

    record PlaceOf(String column, String pattern, String code) {}
}
