package city.gewu.casework;

import city.gewu.people.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A case told from its beginning, each step at its own time: how an import and the demo city bring
/// cases in. Every step passes the same rules as a live command.
///
/// @param source the system it comes from, for example `boston-311`
/// @param sourceId its id there; with the source it makes a rerun harmless
/// @param where file and line, for messages
/// @param contact how the person who reported it can be reached
public record CaseStory(
        String source,
        String sourceId,
        String where,
        Problem problem,
        Actor reporter,
        Instant reportedAt,
        List<Step> steps,
        Optional<ReporterContact> contact) {

    public CaseStory {
        steps = List.copyOf(steps);
    }

    /// A story of which nobody knows who reported it.
    public CaseStory(
            String source,
            String sourceId,
            String where,
            Problem problem,
            Actor reporter,
            Instant reportedAt,
            List<Step> steps) {
        this(source, sourceId, where, problem, reporter, reportedAt, steps, Optional.empty());
    }

    public record Step(Instant at, Actor actor, CaseCommand command) {}
}
