package city.gewu.patrol.web;

import city.gewu.patrol.model.Turn;
import city.gewu.patrol.store.DutyStore.Signed;
import city.gewu.patrol.usecase.DutyDesk;
import city.gewu.patrol.usecase.DutyDesk.Wish;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Signing on and off.
@RestController
@RequestMapping("/api/field/duty")
@Needs(Right.WORK_IN_FIELD)
class DutyController {

    private final DutyDesk duty;

    DutyController(DutyDesk duty) {
        this.duty = duty;
    }

    /// @param at by the phone's clock, as is `sentAt`
    record DutyRequest(
            @NotNull UUID clientId,
            @NotNull @Pattern(regexp = "on|off") String what,
            @NotNull @Valid PointBody position,
            @PositiveOrZero double accuracyMetres,
            @NotNull Instant at,
            @NotNull Instant sentAt) {

        Wish toWish() {
            return new Wish(
                    clientId, what.equals("on"), position.toFix(accuracyMetres), at, sentAt);
        }
    }

    /// @param inside whether within the fence around the area of a posting
    /// @param distanceMetres outside of that area, 0 inside
    /// @param unit code of that area, or empty text
    record SignedBody(boolean onDuty, boolean inside, long distanceMetres, String unit) {

        static SignedBody of(Signed signed) {
            var fence = signed.fence();
            return new SignedBody(
                    signed.onDuty(), fence.inside(), Math.round(fence.metres()), fence.unit());
        }
    }

    /// @param from by the server's clock, as is `to`
    /// @param endedBy `person`, or `rule` when nobody signed off
    record TurnBody(
            Instant from,
            @Nullable Instant to,
            @Nullable String endedBy,
            boolean inside,
            long distanceMetres,
            String unit) {

        static TurnBody of(Turn turn) {
            return new TurnBody(
                    turn.startedAt(),
                    turn.endedAt().orElse(null),
                    turn.end().map(end -> end.name().toLowerCase(Locale.ROOT)).orElse(null),
                    turn.fence().inside(),
                    Math.round(turn.fence().metres()),
                    turn.fence().unit());
        }
    }

    /// @param turns those of today, in the order they began
    record DutyBody(boolean onDuty, List<TurnBody> turns) {}

    @PostMapping
    SignedBody sign(@RequestBody @Valid DutyRequest request, @SignedIn Actor actor) {
        return SignedBody.of(duty.sign(request.toWish(), actor));
    }

    @GetMapping
    DutyBody today(@SignedIn Actor actor) {
        var turns = duty.listToday(actor);
        boolean onDuty = turns.stream().anyMatch(turn -> turn.endedAt().isEmpty());
        return new DutyBody(onDuty, turns.stream().map(TurnBody::of).toList());
    }
}
