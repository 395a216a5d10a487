package city.gewu.casework.model;

import city.gewu.casework.CaseId;
import java.util.Optional;

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

    CaseFile in(CaseState next) {
        return new CaseFile(id, caseNo, origin, facts, next);
    }

    CaseFile with(Facts changed) {
        return new CaseFile(id, caseNo, origin, changed, state);
    }
}
