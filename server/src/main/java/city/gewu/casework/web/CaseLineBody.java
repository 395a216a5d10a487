package city.gewu.casework.web;

import city.gewu.casework.Position;
import city.gewu.casework.store.CaseLine;
import city.gewu.platform.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a case list as JSON.
///
/// @param position longitude, latitude
/// @param suspicious doubts about the record
record CaseLineBody(
        long id,
        String caseNo,
        int version,
        String state,
        String category,
        Named categoryName,
        Named majorName,
        String description,
        String address,
        String source,
        @Nullable String department,
        @Nullable Named departmentName,
        @Nullable List<Double> position,
        Instant reportedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        String light,
        int round,
        List<String> suspicious) {

    static CaseLineBody of(CaseLine line, Names names, Instant now) {
        boolean nobody = line.department().isEmpty();
        return new CaseLineBody(
                line.id(),
                line.caseNo(),
                line.version(),
                line.state(),
                line.category(),
                names.category(line.category()),
                names.major(line.category()),
                line.description(),
                line.address(),
                line.source(),
                nobody ? null : line.department(),
                nobody ? null : names.department(line.department()),
                line.position().map(CaseLineBody::coordinates).orElse(null),
                line.times().reportedAt(),
                line.times().dueAt().orElse(null),
                line.times().warnAt().orElse(null),
                line.times().light(now).code(),
                line.round(),
                line.flags());
    }

    private static List<Double> coordinates(Position position) {
        return List.of(position.longitude(), position.latitude());
    }
}
