package city.gewu.patrol.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// That somebody goes and looks at a case (核实任务、核查任务).
///
/// @param round how often the case was handled when it was asked for
/// @param person empty text while nobody has it
/// @param why what keeps it waiting, or why it ended; empty text otherwise
public record Task(
        long id,
        long caseId,
        Kind kind,
        int round,
        State state,
        String person,
        Instant askedAt,
        Optional<Instant> givenAt,
        Optional<Instant> dueAt,
        String why,
        String outcome,
        boolean far) {

    public enum Kind {
        /// 核实: is it there, before the case is filed
        VERIFICATION,
        /// 核查: was it put right
        CHECK
    }

    public enum State {
        /// Nobody may have it; it stays with the dispatcher.
        WAITING,
        /// Somebody has it.
        OPEN,
        /// The result is there and the case is being told.
        TELLING,
        DONE,
        /// The person could not get there; somebody else is drawn.
        UNREACHABLE,
        /// The person did not do it in time; somebody else is drawn.
        LATE,
        /// Somebody else said it of the case, or the case went another way.
        ENDED
    }

    /// What was found (任务结果).
    public enum Outcome {
        CONFIRMED(Optional.of(Kind.VERIFICATION)),
        NOT_CONFIRMED(Optional.of(Kind.VERIFICATION)),
        PASSED(Optional.of(Kind.CHECK)),
        FAILED(Optional.of(Kind.CHECK)),
        UNREACHABLE(Optional.empty());

        private final Optional<Kind> of;

        Outcome(Optional<Kind> of) {
            this.of = of;
        }

        public boolean fits(Kind kind) {
            return of.map(own -> own == kind).orElse(true);
        }
    }

    /// What a phone sent in answer.
    ///
    /// @param metres from the place of the case; empty when it has no position
    /// @param far whether that is farther than the limit
    public record Result(
            UUID clientId,
            Outcome outcome,
            String note,
            List<String> photos,
            Fix fix,
            Instant at,
            Instant sentAt,
            Instant receivedAt,
            Optional<Double> metres,
            boolean far) {

        public Result {
            photos = List.copyOf(photos);
        }
    }
}
