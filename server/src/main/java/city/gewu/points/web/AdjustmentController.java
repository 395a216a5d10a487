package city.gewu.points.web;

import city.gewu.audit.Audit;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.points.model.Adjustment.Kind;
import city.gewu.points.usecase.AdjustPoints;
import city.gewu.points.usecase.AdjustPoints.Wish;
import city.gewu.points.web.PointsBodies.AdjustmentBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Corrections of points: one proposes, another decides.
@RestController
@Needs(Right.ADJUST_POINTS)
class AdjustmentController {

    private final AdjustPoints adjustments;
    private final People people;

    AdjustmentController(AdjustPoints adjustments, People people) {
        this.adjustments = adjustments;
        this.people = people;
    }

    /// @param amount in hundredths of a point; of a falsification the rule says it
    record AdjustmentRequest(
            @NotNull @Pattern(regexp = "by-hand|falsification") String kind,
            @NotBlank @Size(max = 100) String person,
            @Nullable Integer amount,
            @Nullable Long caseId,
            @NotNull @Size(max = 500) String reason,
            @Nullable @Size(max = 9) List<@NotNull String> photos) {

        Wish toWish() {
            return new Wish(
                    Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                    person,
                    amount == null ? 0 : amount,
                    Optional.ofNullable(caseId),
                    reason,
                    FieldPointsController.photos(photos));
        }
    }

    record ProposedBody(long id) {}

    record DecisionRequest(boolean granted, @Nullable @Size(max = 500) String answer) {}

    @GetMapping("/api/points/adjustments")
    List<AdjustmentBody> list(
            @RequestParam(defaultValue = "false") boolean open, @SignedIn Actor actor) {
        return adjustments.list(open, actor).stream()
                .map(one -> AdjustmentBody.of(one, this::name, adjustments.mayDecide(one, actor)))
                .toList();
    }

    private String name(String person) {
        return people.findActor(person).map(Actor::displayName).orElse(person);
    }

    @PostMapping("/api/points/adjustments")
    ProposedBody propose(
            @RequestBody @Valid AdjustmentRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        Audit.detail(http, "person", request.person());
        return new ProposedBody(adjustments.propose(request.toWish(), actor));
    }

    @PostMapping("/api/points/adjustments/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @PathVariable long id,
            @RequestBody @Valid DecisionRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        Audit.detail(http, "granted", Boolean.toString(request.granted()));
        adjustments.decide(
                id, request.granted(), Optional.ofNullable(request.answer()).orElse(""), actor);
    }
}
