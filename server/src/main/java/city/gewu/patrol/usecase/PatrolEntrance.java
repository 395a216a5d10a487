package city.gewu.patrol.usecase;

import city.gewu.engine.track.TrackPoint;
import city.gewu.patrol.Patrol;
import city.gewu.patrol.model.Fix;
import city.gewu.patrol.usecase.Positions.Noted;
import city.gewu.patrol.usecase.Positions.Sent;
import city.gewu.people.Actor;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The module's front door: each wish goes to the use case of its own.
@Component
class PatrolEntrance implements Patrol {

    private final DutyDesk duty;
    private final Positions positions;
    private final GiveTasks tasks;
    private final KeepLooks looks;
    private final FindOffGround offGround;

    PatrolEntrance(
            DutyDesk duty,
            Positions positions,
            GiveTasks tasks,
            KeepLooks looks,
            FindOffGround offGround) {
        this.duty = duty;
        this.positions = positions;
        this.tasks = tasks;
        this.looks = looks;
        this.offGround = offGround;
    }

    @Override
    public void sign(Signing signing, Actor actor) {
        var spot = signing.spot();
        var fix = new Fix(spot.longitude(), spot.latitude(), spot.accuracyMetres());
        duty.sign(
                new DutyDesk.Wish(
                        signing.clientId(), signing.on(), fix, spot.at(), signing.sentAt()),
                actor);
    }

    @Override
    public void keepPositions(UUID clientId, List<Spot> spots, Actor actor) {
        positions.keep(
                new Sent(clientId, spots.stream().map(PatrolEntrance::noted).toList()), actor);
    }

    private static Noted noted(Spot spot) {
        return new Noted(
                new TrackPoint(
                        spot.at(), spot.longitude(), spot.latitude(), spot.accuracyMetres(), false),
                OptionalDouble.empty());
    }

    @Override
    public int giveTasks() {
        return tasks.give();
    }

    @Override
    public int keepLooks(List<Look> had) {
        return looks.keep(had);
    }

    @Override
    public int findOffGround() {
        return offGround.find();
    }
}
