package city.gewu.casework;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.platform.Attempt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Problems and cases as whoever works in the street needs them (外勤案件).
public interface FieldCases {

    /// Reports a problem once, however often it is sent under the same key; a second try answers
    /// what the first one did. A problem with photos after it was put right is counted as put right
    /// on the spot (当场处置). Refused with `casework.idempotency-mismatch` when somebody else used the
    /// key, and as a report or the command `fix-on-spot` otherwise; then nothing is kept.
    ///
    /// @param key made where the problem was found
    /// @param after empty for a problem that is still there
    default FieldReport reportOnce(String key, Problem problem, List<PhotoId> after, Actor finder) {
        return reportAll(List.of(new Found(key, problem, after)), finder).getFirst().orThrow();
    }

    /// Reports several problems together, each as [#reportOnce] does; one that fails keeps no other
    /// back. Answers each in its place.
    List<Attempt<FieldReport>> reportAll(List<Found> found, Actor finder);

    /// The case as a task in the street needs it, whoever asks; for modules, not for people.
    Optional<FieldCase> findCase(CaseId id);

    /// Carries out what somebody found in the street, on the case as it stands now. Refused as the
    /// command is; with `casework.stale` when somebody was quicker.
    void tell(CaseId id, Finding finding, Actor actor);

    /// A problem as it was found.
    ///
    /// @param key made where it was found
    /// @param after photos after it was put right; empty for a problem that is still there
    record Found(String key, Problem problem, List<PhotoId> after) {

        public Found {
            after = List.copyOf(after);
        }
    }

    /// A problem that was taken in (外勤上报).
    ///
    /// @param receivedAt by the server's clock
    /// @param places code of the unit for each level of the city
    record FieldReport(
            CaseId id, String caseNo, Instant receivedAt, List<String> places, boolean onSpot) {

        public FieldReport {
            places = List.copyOf(places);
        }
    }

    /// What a case says to somebody who is to look at it, and who may not be that somebody.
    ///
    /// @param state `VERIFYING`, `CHECKING` or any other
    /// @param round how often it was handled
    /// @param finder id of who reported it
    /// @param handler id of who handled it, or empty text
    /// @param lastChecker id of who checked it last, or empty text
    /// @param departments those that handle it
    record FieldCase(
            CaseId id,
            int version,
            String caseNo,
            String state,
            int round,
            String category,
            String description,
            String address,
            Optional<Position> position,
            List<String> places,
            List<PhotoId> before,
            List<PhotoId> after,
            String finder,
            String handler,
            String lastChecker,
            List<String> departments,
            Optional<Instant> dueAt) {

        public FieldCase {
            places = List.copyOf(places);
            before = List.copyOf(before);
            after = List.copyOf(after);
            departments = List.copyOf(departments);
        }
    }

    /// What was found in the street (现场结果).
    ///
    /// @param note what the person wrote; a check that does not pass needs it
    record Finding(Kind kind, String note, List<PhotoId> photos) {

        public Finding {
            photos = List.copyOf(photos);
        }

        public enum Kind {
            /// 核实属实
            CONFIRMED,
            /// 核实不属实
            NOT_CONFIRMED,
            /// 核查通过
            PASSED,
            /// 核查不通过
            FAILED
        }
    }
}
