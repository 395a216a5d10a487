package city.gewu.patrol.usecase;

import java.time.Duration;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the city sets for work in the street.
@Component
public class FieldSettings {

    private final int accuracyLimitMetres;
    private final int fenceMetres;
    private final int positionSeconds;
    private final int positionMetres;
    private final Duration longestDuty;
    private final Period keepPositions;
    private final Duration taskPatience;
    private final int mostTasks;
    private final int taskMetres;

    FieldSettings(
            @Value("${gewu.field.accuracy-limit-metres:50}") int accuracyLimitMetres,
            @Value("${gewu.field.fence-metres:200}") int fenceMetres,
            @Value("${gewu.field.position-seconds:15}") int positionSeconds,
            @Value("${gewu.field.position-metres:10}") int positionMetres,
            @Value("${gewu.field.longest-duty:12h}") Duration longestDuty,
            @Value("${gewu.field.keep-positions:90d}") Period keepPositions,
            @Value("${gewu.field.task-patience:24h}") Duration taskPatience,
            @Value("${gewu.field.most-tasks:10}") int mostTasks,
            @Value("${gewu.field.task-metres:100}") int taskMetres) {
        this.accuracyLimitMetres = accuracyLimitMetres;
        this.fenceMetres = fenceMetres;
        this.positionSeconds = positionSeconds;
        this.positionMetres = positionMetres;
        this.longestDuty = longestDuty;
        this.keepPositions = keepPositions;
        this.taskPatience = taskPatience;
        this.mostTasks = mostTasks;
        this.taskMetres = taskMetres;
    }

    /// A position known worse than this is flagged.
    public int accuracyLimitMetres() {
        return accuracyLimitMetres;
    }

    /// How far outside of the area of a posting one may sign on.
    public int fenceMetres() {
        return fenceMetres;
    }

    /// How often a phone on duty notes where it is.
    public int positionSeconds() {
        return positionSeconds;
    }

    /// How far a phone has to move before it notes another position.
    public int positionMetres() {
        return positionMetres;
    }

    /// A duty that nobody signs off ends after so long.
    public Duration longestDuty() {
        return longestDuty;
    }

    /// How long every position is kept; then the line of the track stays.
    public Period keepPositions() {
        return keepPositions;
    }

    /// A task that is not done after so long is given to somebody else.
    public Duration taskPatience() {
        return taskPatience;
    }

    /// Nobody is given more tasks than this at a time.
    public int mostTasks() {
        return mostTasks;
    }

    /// A result from farther away than this is flagged.
    public int taskMetres() {
        return taskMetres;
    }
}
