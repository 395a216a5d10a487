package city.gewu.points.model;

import city.gewu.platform.Decision;
import city.gewu.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A correction that one person proposes and another decides (积分调整).
///
/// @param id 0 before it is kept
/// @param person whose points it is about
/// @param amount in hundredths; of an objection what the entry took, of a falsification 0
/// @param entry the entry an objection is about, with its key and day
/// @param caseNo empty text when it is about no case
/// @param decidedBy empty text while it is open
public record Adjustment(
        long id,
        Kind kind,
        String person,
        int amount,
        Optional<Long> entry,
        Optional<Due.EntryKey> key,
        Optional<LocalDate> deedDay,
        Optional<Long> caseId,
        String caseNo,
        String reason,
        List<String> photos,
        State state,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Optional<Instant> decidedAt,
        String answer) {

    /// Most that may be given or taken by hand at once, in hundredths.
    public static final int MOST = 10_000;

    public Adjustment {
        photos = List.copyOf(photos);
    }

    public enum Kind {
        /// 人工加减分
        BY_HAND,
        /// 本人申诉
        OBJECTION,
        /// 认定弄虚作假
        FALSIFICATION
    }

    public enum State {
        PROPOSED,
        GRANTED,
        DECLINED
    }

    /// Whether it may be proposed; the refusal otherwise.
    public Optional<Refusal> findFault() {
        if (reason.isBlank()) {
            return Optional.of(
                    new Refusal(
                            "points.missing-reason",
                            "No reason is given.",
                            "Write in a sentence what happened."));
        }
        if (kind != Kind.OBJECTION && proposedBy.equals(person)) {
            return Optional.of(ownPoints());
        }
        if (kind == Kind.BY_HAND && (amount == 0 || Math.abs(amount) > MOST)) {
            return Optional.of(
                    new Refusal(
                            "points.bad-amount",
                            "The amount (%s) is 0 or more than 100 points."
                                    .formatted(amount / 100.0),
                            "Give between 0.01 and 100 points, or take as much."));
        }
        return Optional.empty();
    }

    /// What it becomes when somebody decides it.
    public Decision<State, String> decide(boolean granted, String words, String by) {
        if (state != State.PROPOSED) {
            return Decision.refused(
                    "points.decided",
                    "The adjustment (%d) was decided before.".formatted(id),
                    "Read the decision; propose another one if something is wrong.");
        }
        if (by.equals(proposedBy)) {
            return Decision.refused(
                    "points.same-person",
                    "Who proposed the adjustment (%d) may not decide it.".formatted(id),
                    "Let somebody else decide it.");
        }
        if (by.equals(person)) {
            return new Decision.Refused<>(ownPoints());
        }
        if (!granted && words.isBlank()) {
            return Decision.refused(
                    "points.missing-reason",
                    "No reason is given for declining.",
                    "Write in a sentence why it is declined.");
        }
        return Decision.moved(granted ? State.GRANTED : State.DECLINED, words);
    }

    private Refusal ownPoints() {
        return new Refusal(
                "points.own-points",
                "Nobody gives, takes or decides their own points.",
                "Let somebody who leads you do it.");
    }
}
