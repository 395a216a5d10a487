package city.gewu.casework;

import city.gewu.catalogue.FilingCondition;
import city.gewu.people.Actor;
import java.util.Optional;

/// A case that the platform opens as the next stage of a closed one (后续案件), where the scheme has
/// the limit in stages (分阶段时限). Its origin is the closed case, and the ledger holds an origin once,
/// so a case has one follow-on at most.
public final class FollowOn {

    /// What a follow-on names as its source; its id there is that of the closed case.
    public static final String ORIGIN = "stage";

    /// Who reports, files and dispatches it: nobody found it, and nobody decides.
    public static final Actor PLATFORM = Actor.system("stages");

    private FollowOn() {}

    public static String originId(CaseId closed) {
        return Long.toString(closed.value());
    }

    /// The closed case behind an origin; empty for every other case.
    public static Optional<CaseId> findClosed(String origin, String originId) {
        return origin.equals(ORIGIN) && originId.matches("[0-9]{1,18}")
                ? Optional.of(new CaseId(Long.parseLong(originId)))
                : Optional.empty();
    }

    /// What it says of itself: which case it follows, and what is to be done.
    ///
    /// @param closedNo number of the closed case
    public static String words(String closedNo, FilingCondition closed, FilingCondition next) {
        return "接续案件 %s（前一阶段“%s”已结案）。本阶段：%s；须做到：%s。"
                .formatted(closedNo, closed.filing().zh(), next.filing().zh(), next.closing().zh());
    }
}
