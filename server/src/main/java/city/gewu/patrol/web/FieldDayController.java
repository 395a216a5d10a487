package city.gewu.patrol.web;

import city.gewu.patrol.usecase.FieldDay;
import city.gewu.patrol.usecase.FieldDay.Present;
import city.gewu.patrol.web.DutyController.TurnBody;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What people do today.
@RestController
class FieldDayController {

    private final FieldDay days;

    FieldDayController(FieldDay days) {
        this.days = days;
    }

    /// @param tasks verifications and checks whose result was applied
    /// @param seconds on duty
    record TodayBody(
            LocalDate day,
            long reports,
            long onSpot,
            long tasks,
            long metres,
            long seconds,
            List<TurnBody> turns) {}

    /// @param lastAt when the person was last known to be at `lon`, `lat`; absent before the first
    ///   position
    record PresentBody(
            String person,
            String name,
            TurnBody turn,
            @Nullable Instant lastAt,
            @Nullable Double lon,
            @Nullable Double lat) {

        static PresentBody of(Present present) {
            var last = present.last();
            return new PresentBody(
                    present.turn().person(),
                    present.name(),
                    TurnBody.of(present.turn()),
                    last.map(point -> point.at()).orElse(null),
                    last.map(point -> point.longitude()).orElse(null),
                    last.map(point -> point.latitude()).orElse(null));
        }
    }

    @Needs(Right.WORK_IN_FIELD)
    @GetMapping("/api/field/today")
    TodayBody today(@SignedIn Actor actor) {
        var today = days.today(actor);
        var done = today.done();
        var track = today.track();
        return new TodayBody(
                track.day(),
                done.reports(),
                done.onSpot(),
                done.tasks(),
                Math.round(track.metres()),
                track.onDuty().toSeconds(),
                track.turns().stream().map(one -> TurnBody.of(one.turn())).toList());
    }

    @Needs(Right.READ_TRACKS)
    @GetMapping("/api/patrol/on-duty")
    List<PresentBody> present(@SignedIn Actor actor) {
        return days.listPresent(actor).stream().map(PresentBody::of).toList();
    }
}
