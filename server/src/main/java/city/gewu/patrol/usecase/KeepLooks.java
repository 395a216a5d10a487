package city.gewu.patrol.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.Position;
import city.gewu.engine.spatial.GroundDistance;
import city.gewu.patrol.Patrol.Look;
import city.gewu.patrol.Patrol.Spot;
import city.gewu.patrol.model.Fix;
import city.gewu.patrol.model.Task.Kind;
import city.gewu.patrol.model.Task.Outcome;
import city.gewu.patrol.model.Task.Result;
import city.gewu.patrol.store.LookStore;
import city.gewu.patrol.store.LookStore.Had;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Looks at cases that were had without being given here. They are judged like the others: by the
/// time somebody has for a task, and by how far from the place the answer was sent.
@Component
class KeepLooks {

    private final LookStore looks;
    private final FieldSettings settings;

    KeepLooks(LookStore looks, FieldSettings settings) {
        this.looks = looks;
        this.settings = settings;
    }

    int keep(List<Look> told) {
        if (told.isEmpty()) {
            return 0;
        }
        var places = looks.listPlaces(told.stream().map(Look::about).distinct().toList());
        return looks.save(told.stream().map(look -> had(look, places)).toList());
    }

    private Had had(Look look, Map<CaseId, Position> places) {
        var kind =
                switch (look.finding()) {
                    case CONFIRMED, NOT_CONFIRMED -> Kind.VERIFICATION;
                    case PASSED, FAILED -> Kind.CHECK;
                };
        return new Had(
                look,
                kind,
                look.askedAt().plus(settings.taskPatience()),
                look.spot()
                        .map(spot ->
                                result(look, spot, Optional.ofNullable(places.get(look.about())))));
    }

    private Result result(Look look, Spot spot, Optional<Position> place) {
        var metres =
                place.map(at ->
                        GroundDistance.metres(
                                at.longitude(), at.latitude(), spot.longitude(), spot.latitude()));
        return new Result(
                look.clientId(),
                Outcome.valueOf(look.finding().name()),
                "",
                List.of(),
                new Fix(spot.longitude(), spot.latitude(), spot.accuracyMetres()),
                spot.at(),
                spot.at(),
                spot.at(),
                metres,
                metres.filter(away -> away > settings.taskMetres()).isPresent());
    }
}
