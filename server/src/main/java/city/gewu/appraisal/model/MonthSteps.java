package city.gewu.appraisal.model;

import city.gewu.platform.Decision;
import city.gewu.platform.Refusal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The order of the steps of a month, and when each may be made.
public final class MonthSteps {

    private MonthSteps() {}

    public enum Step {
        FREEZE(MonthState.OPEN, MonthState.FROZEN),
        NOTICE(MonthState.FROZEN, MonthState.NOTICED),
        FINISH(MonthState.NOTICED, MonthState.FINAL),
        PUBLISH(MonthState.FINAL, MonthState.PUBLISHED);

        private final MonthState from;
        private final MonthState to;

        Step(MonthState from, MonthState to) {
            this.from = from;
            this.to = to;
        }

        public MonthState to() {
            return to;
        }
    }

    /// A month as the steps see it.
    ///
    /// @param last when the last step was made; empty before the first
    /// @param appealsUntil empty before the notice
    /// @param openAppeals lodged and not decided
    public record Standing(
            YearMonth month,
            MonthState state,
            Optional<Instant> last,
            Optional<Instant> appealsUntil,
            int openAppeals) {}

    /// The state after the step, or why not.
    public static Decision<MonthState, Step> decide(
            Standing standing, Step step, Instant at, ZoneId zone) {
        var fault =
                order(standing, step)
                        .or(() -> late(standing, at))
                        .or(() -> over(standing, step, at, zone))
                        .or(() -> appeals(standing, step, at));
        return fault.<Decision<MonthState, Step>>map(Decision.Refused::new)
                .orElseGet(() -> Decision.moved(step.to, step));
    }

    /// Steps that may be made now.
    public static List<Step> listAllowed(Standing standing, Instant now, ZoneId zone) {
        var allowed = new ArrayList<Step>();
        for (var step : Step.values()) {
            if (decide(standing, step, now, zone) instanceof Decision.Moved) {
                allowed.add(step);
            }
        }
        return allowed;
    }

    private static Optional<Refusal> order(Standing standing, Step step) {
        return standing.state() == step.from
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "appraisal.not-in-order",
                                "The month (%s) is (%s); the step (%s) comes after (%s)."
                                        .formatted(
                                                standing.month(),
                                                standing.state(),
                                                step,
                                                step.from),
                                "Reload the month and make the step that is next."));
    }

    private static Optional<Refusal> late(Standing standing, Instant at) {
        return standing.last()
                .filter(at::isBefore)
                .map(last ->
                        new Refusal(
                                "appraisal.bad-moment",
                                "The moment (%s) is before the last step (%s).".formatted(at, last),
                                "Give a moment after it."));
    }

    private static Optional<Refusal> over(Standing standing, Step step, Instant at, ZoneId zone) {
        var end = standing.month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return step == Step.FREEZE && at.isBefore(end)
                ? Optional.of(
                        new Refusal(
                                "appraisal.month-not-over",
                                "The month (%s) is not over.".formatted(standing.month()),
                                "Freeze it when it is."))
                : Optional.empty();
    }

    private static Optional<Refusal> appeals(Standing standing, Step step, Instant at) {
        if (step != Step.FINISH) {
            return Optional.empty();
        }
        boolean mayCome = standing.appealsUntil().filter(at::isBefore).isPresent();
        return mayCome || standing.openAppeals() > 0
                ? Optional.of(
                        new Refusal(
                                "appraisal.appeals-open",
                                "Appeals against (%s) may come until (%s), and (%d) wait."
                                        .formatted(
                                                standing.month(),
                                                standing.appealsUntil()
                                                        .map(Instant::toString)
                                                        .orElse(""),
                                                standing.openAppeals()),
                                "Decide those that wait, and finish when the time is over."))
                : Optional.empty();
    }
}
