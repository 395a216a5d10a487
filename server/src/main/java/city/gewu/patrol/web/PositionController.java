package city.gewu.patrol.web;

import city.gewu.engine.track.TrackPoint;
import city.gewu.patrol.model.Batch.Fate;
import city.gewu.patrol.model.Fix;
import city.gewu.patrol.usecase.Positions;
import city.gewu.patrol.usecase.Positions.Noted;
import city.gewu.patrol.usecase.Positions.Sent;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Where phones on duty were.
@RestController
class PositionController {

    /// Ten hours at a point every seven seconds.
    private static final int MOST_POINTS = 5000;

    private final Positions positions;

    PositionController(Positions positions) {
        this.positions = positions;
    }

    /// @param at by the phone's clock
    /// @param speed metres a second, when the phone knows it
    /// @param mock whether another program made the position up
    record PositionBody(
            @NotNull Instant at,
            @NotNull Double lon,
            @NotNull Double lat,
            @NotNull @PositiveOrZero Double accuracy,
            @Nullable Double speed,
            @Nullable Boolean mock) {

        Noted toNoted() {
            var fix = new Fix(lon, lat, accuracy);
            return new Noted(
                    new TrackPoint(
                            at,
                            fix.longitude(),
                            fix.latitude(),
                            fix.accuracyMetres(),
                            mock != null && mock),
                    speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed));
        }
    }

    record PositionsRequest(
            @NotNull UUID clientId,
            @NotNull @Size(max = MOST_POINTS) List<@NotNull @Valid PositionBody> points) {

        Sent toSent() {
            return new Sent(clientId, points.stream().map(PositionBody::toNoted).toList());
        }
    }

    /// @param marked of those kept, the ones with a doubt
    /// @param offDuty noted outside of duty, and so not kept
    record KeptBody(int points, int kept, int marked, int offDuty) {

        static KeptBody of(Fate fate) {
            return new KeptBody(fate.points(), fate.kept(), fate.marked(), fate.offDuty());
        }
    }

    @Needs(Right.WORK_IN_FIELD)
    @PostMapping("/api/field/positions")
    KeptBody keep(@RequestBody @Valid PositionsRequest request, @SignedIn Actor actor) {
        return KeptBody.of(positions.keep(request.toSent(), actor));
    }
}
