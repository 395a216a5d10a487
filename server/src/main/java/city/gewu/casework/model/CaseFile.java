package city.gewu.casework.model;

import city.gewu.casework.CaseId;
import city.gewu.casework.model.Work.Assistance;
import city.gewu.people.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A problem, or the case it became, as it stands now (案卷): what was found, and where it stands.
///
/// @param caseNo what people call it by; never changes
public record CaseFile(CaseId id, String caseNo, Origin origin, Facts facts, CaseState state) {

    /// The system a case was brought in from and its id there; both empty for a live report.
    public record Origin(String system, String id) {

        public static final Origin LIVE = new Origin("", "");
    }

    /// Who owes it and by when; empty for a problem that never was a case.
    public Optional<Work> findWork() {
        return switch (state) {
            case CaseState.Filed filed -> Optional.of(filed.work());
            case CaseState.Closed closed -> Optional.of(closed.work());
            case CaseState.Cancelled cancelled -> cancelled.work();
            case CaseState.Unfiled _,
                    CaseState.FixedOnSpot _,
                    CaseState.RefusedAcceptance _,
                    CaseState.RefusedFiling _,
                    CaseState.Merged _ ->
                    Optional.empty();
        };
    }

    /// Organisations it concerns: the one that owes it, and those that assist.
    public List<String> departments() {
        return findWork().stream()
                .flatMap(work ->
                        Stream.concat(
                                Stream.of(work.duty().department()),
                                work.duty().assisting().stream().map(Assistance::department)))
                .toList();
    }

    public boolean inSight(Scope scope) {
        return scope.covers(facts.reporter(), departments(), facts.places());
    }

    CaseFile in(CaseState next) {
        return new CaseFile(id, caseNo, origin, facts, next);
    }

    CaseFile with(Facts changed) {
        return new CaseFile(id, caseNo, origin, changed, state);
    }
}
