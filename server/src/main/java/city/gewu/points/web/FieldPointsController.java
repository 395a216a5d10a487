package city.gewu.points.web;

import city.gewu.audit.Audit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.points.model.RuleBook;
import city.gewu.points.usecase.AdjustPoints;
import city.gewu.points.usecase.LedPeople;
import city.gewu.points.usecase.ReadPoints;
import city.gewu.points.usecase.RuleShelf;
import city.gewu.points.web.PointsBodies.StatementBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One's own points, and objections to them.
@RestController
@Needs(Right.WORK_IN_FIELD)
class FieldPointsController {

    private final ReadPoints points;
    private final AdjustPoints adjustments;
    private final LedPeople led;
    private final RuleShelf rules;

    FieldPointsController(
            ReadPoints points, AdjustPoints adjustments, LedPeople led, RuleShelf rules) {
        this.points = points;
        this.adjustments = adjustments;
        this.led = led;
        this.rules = rules;
    }

    /// @param month `2026-11`; that of today when it is absent
    @GetMapping("/api/field/points")
    StatementBody own(@RequestParam Optional<YearMonth> month, @SignedIn Actor actor) {
        var today = led.today();
        var asked = month.orElse(YearMonth.from(today));
        return StatementBody.of(
                asked.toString(),
                today,
                rules.findInForce(asked.atEndOfMonth()).map(RuleBook::words).orElse(null),
                points.own(actor, asked),
                true);
    }

    record ObjectionRequest(
            long entry,
            @NotNull @Size(max = 500) String reason,
            @Nullable @Size(max = 9) List<@NotNull String> photos) {}

    record ObjectionBody(long id) {}

    @PostMapping("/api/field/points/objections")
    ObjectionBody object(
            @RequestBody @Valid ObjectionRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        Audit.detail(http, "entry", Long.toString(request.entry()));
        return new ObjectionBody(
                adjustments.object(
                        request.entry(), request.reason(), photos(request.photos()), actor));
    }

    static List<PhotoId> photos(@Nullable List<String> photos) {
        return photos == null ? List.of() : photos.stream().map(PhotoId::new).toList();
    }
}
