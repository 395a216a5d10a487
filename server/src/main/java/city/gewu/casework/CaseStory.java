package city.gewu.casework;

import city.gewu.people.Actor;
import java.time.Instant;
import java.util.List;

/// A case told from its beginning, each step at its own time: how an import and the demo city bring
/// cases in. Every step passes the same rules as a live command.
///
/// @param source the system it comes from, for example `boston-311`
/// @param sourceId its id there; with the source it makes a rerun harmless
/// @param where file and line, for messages
public record CaseStory(
        String source,
        String sourceId,
        String where,
        Problem problem,
        Actor reporter,
        Instant reportedAt,
        List<Step> steps) {

    public CaseStory {
        steps = List.copyOf(steps);
    }

    public record Step(Instant at, Actor actor, CaseCommand command) {}
}
