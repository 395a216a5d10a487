package city.gewu.casework.web;

import city.gewu.casework.Position;
import city.gewu.casework.store.CaseLine;
import city.gewu.platform.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a case list as JSON.
///
/// @param position longitude, latitude
/// @param handlerName of whom in the department it is with
/// @param suspicious doubts about the record
/// @param endedAt absent while the case is open
/// @param asked `EXTENSION`, `SUSPENSION` or `CANCELLATION` that waits for its decision
/// @param appealed what became of an appeal
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
        @Nullable String handlerName,
        @Nullable List<Double> position,
        Instant reportedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        String light,
        int round,
        List<String> suspicious,
        @Nullable Instant endedAt,
        int returns,
        int extensions,
        @Nullable String asked,
        @Nullable LocalDate reviewOn,
        @Nullable String appealed) {

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
                line.handler().isEmpty() ? null : names.actor(line.handler()),
                line.position().map(CaseLineBody::coordinates).orElse(null),
                line.times().reportedAt(),
                line.times().dueAt().orElse(null),
                line.times().warnAt().orElse(null),
                line.times().light(now).code(),
                line.round(),
                line.flags(),
                line.times().endedAt().orElse(null),
                line.exceptions().returns(),
                line.exceptions().extensions(),
                given(line.exceptions().request()),
                line.exceptions().reviewOn().orElse(null),
                given(line.exceptions().appeal()));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<Double> coordinates(Position position) {
        return List.of(position.longitude(), position.latitude());
    }
}
