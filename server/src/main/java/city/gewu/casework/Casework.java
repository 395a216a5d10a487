package city.gewu.casework;

import city.gewu.people.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Problems, cases and their ledger.
public interface Casework {

    /// Beginning of the origin of what was reported here and not brought in from another system.
    String LIVE = "live:";

    /// Reports a problem now.
    default CaseId report(Problem problem, Actor actor) {
        return report(problem, Optional.empty(), actor);
    }

    /// Reports a problem for somebody who can be called back; refused with `casework.bad-phone`
    /// when the phone is none.
    CaseId report(Problem problem, Optional<ReporterContact> contact, Actor actor);

    /// Reports a problem that another part of the system took in under an id of its own: the same
    /// id again answers the case that is there already, also after the server was killed between.
    ///
    /// @param origin the part it comes from; begins with [#LIVE], for example `live:citizen`
    /// @param originId its id there
    CaseId reportOnce(
            String origin,
            String originId,
            Problem problem,
            Optional<ReporterContact> contact,
            Actor actor);

    /// Refused with `casework.unknown-question`, `casework.bad-form-answer` or
    /// `casework.missing-form-answer` when a report with these answers would be.
    void checkAnswers(String category, Map<String, String> answers);

    /// Carries a command out now, on the version the person saw; refused with `casework.stale` when
    /// somebody was quicker, and with the rule's own code when it may not be.
    ///
    /// @return the new version
    int command(CaseId id, int version, CaseCommand command, Actor actor);

    /// Appends whole stories in one transaction; outcomes stand in the order of the stories.
    List<StoryOutcome> append(List<CaseStory> stories);

    /// Recomputes every hash, seal and state. Each broken case is told to `findings`.
    Verification verify(Consumer<String> findings);

    /// Seals every day of the ledger that is over and not sealed yet; answers how many.
    int sealFinishedDays();

    record Verification(long cases, long events, long seals, long broken) {}
}
