package city.gewu.patrol.usecase;

import java.time.Duration;
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

    FieldSettings(
            @Value("${gewu.field.accuracy-limit-metres:50}") int accuracyLimitMetres,
            @Value("${gewu.field.fence-metres:200}") int fenceMetres,
            @Value("${gewu.field.position-seconds:15}") int positionSeconds,
            @Value("${gewu.field.position-metres:10}") int positionMetres,
            @Value("${gewu.field.longest-duty:12h}") Duration longestDuty) {
        this.accuracyLimitMetres = accuracyLimitMetres;
        this.fenceMetres = fenceMetres;
        this.positionSeconds = positionSeconds;
        this.positionMetres = positionMetres;
        this.longestDuty = longestDuty;
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
}
