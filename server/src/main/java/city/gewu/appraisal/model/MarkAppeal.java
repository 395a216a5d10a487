package city.gewu.appraisal.model;

import city.gewu.platform.Decision;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// An appeal against one figure of one subject (考评申诉).
///
/// @param id 0 before it is kept
/// @param cases that should not count
/// @param photos names of photos that show why
/// @param decidedBy empty text while it is open
public record MarkAppeal(
        long id,
        YearMonth month,
        String kind,
        String subject,
        String indicator,
        List<Long> cases,
        String reason,
        List<String> photos,
        State state,
        String lodgedBy,
        Instant lodgedAt,
        String decidedBy,
        Optional<Instant> decidedAt,
        String answer) {

    public MarkAppeal {
        cases = List.copyOf(cases);
        photos = List.copyOf(photos);
    }

    public enum State {
        LODGED,
        GRANTED,
        DECLINED
    }

    /// Who decides, as the rules of separation see them.
    ///
    /// @param scorer who froze the marks
    /// @param ofSubject whether the decider is, or works for, the subject
    public record Decider(String person, String scorer, boolean ofSubject) {}

    /// What it becomes, or why this person may not decide it.
    public Decision<State, String> decide(boolean granted, String words, Decider by) {
        if (state != State.LODGED) {
            return Decision.refused(
                    "appraisal.decided",
                    "The appeal (%d) was decided before.".formatted(id),
                    "Read the decision; an appeal is decided once.");
        }
        if (by.person().equals(by.scorer())) {
            return Decision.refused(
                    "appraisal.scorer-decides",
                    "Who froze the marks of (%s) may not decide appeals against them."
                            .formatted(month),
                    "Let another reviewer decide it.");
        }
        if (by.person().equals(lodgedBy)) {
            return Decision.refused(
                    "appraisal.appellant-decides",
                    "Who lodged the appeal (%d) may not decide it.".formatted(id),
                    "Let another reviewer decide it.");
        }
        if (by.ofSubject()) {
            return Decision.refused(
                    "appraisal.own-marks",
                    "The appeal (%d) is about the decider's own marks or organisation."
                            .formatted(id),
                    "Let a reviewer of another organisation decide it.");
        }
        if (words.isBlank()) {
            return Decision.refused(
                    "appraisal.missing-reason",
                    "No reason was given for the decision.",
                    "Write in a sentence what was found.");
        }
        return Decision.moved(granted ? State.GRANTED : State.DECLINED, words);
    }
}
