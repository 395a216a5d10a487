package city.gewu.appraisal.web;

import city.gewu.appraisal.model.Scheme;
import city.gewu.appraisal.usecase.MarkMonths;
import city.gewu.appraisal.usecase.Schemes;
import city.gewu.appraisal.web.AppraisalBodies.FaultBody;
import city.gewu.appraisal.web.AppraisalBodies.KindBody;
import city.gewu.appraisal.web.AppraisalBodies.LaidDownBody;
import city.gewu.appraisal.web.AppraisalBodies.NewSchemeRequest;
import city.gewu.appraisal.web.AppraisalBodies.SchemesBody;
import city.gewu.appraisal.web.AppraisalBodies.SimulationBody;
import city.gewu.appraisal.web.AppraisalBodies.SimulationRequest;
import city.gewu.appraisal.web.AppraisalBodies.VersionBody;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.people.Actor;
import city.gewu.people.Rights;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.territory.Territory;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How marks are given (考评办法): read by all whom they concern, tried out and laid down by the
/// assessor.
@RestController
class MarkSchemeController {

    private final Schemes schemes;
    private final MarkMonths marks;
    private final AssessedSubjects subjects;
    private final Territory territory;
    private final Clock clock;

    MarkSchemeController(
            Schemes schemes,
            MarkMonths marks,
            AssessedSubjects subjects,
            Territory territory,
            Clock clock) {
        this.schemes = schemes;
        this.marks = marks;
        this.subjects = subjects;
        this.territory = territory;
        this.clock = clock;
    }

    /// What counts this month for each kind of subject, with what was laid down.
    @Needs(Right.READ_ASSESSMENT)
    @GetMapping("/api/appraisal/schemes")
    SchemesBody list(@SignedIn Actor actor) {
        var month =
                YearMonth.from(LocalDate.ofInstant(clock.instant(), territory.getCity().zone()));
        return new SchemesBody(
                schemes.listKinds().stream().map(kind -> kind(kind, month)).toList(),
                actor.holds(mandate -> Rights.of(mandate.post()).contains(Right.MANAGE_SCHEMES)));
    }

    private KindBody kind(String kind, YearMonth month) {
        int inForce = schemes.findVersion(kind, month);
        return new KindBody(
                kind,
                inForce,
                schemes.get(kind, inForce),
                schemes.listVersions(kind).stream().map(VersionBody::of).toList());
    }

    /// Any version; 0 is the example that comes with the platform.
    @Needs(Right.READ_ASSESSMENT)
    @GetMapping("/api/appraisal/schemes/{kind}/{version}")
    Scheme get(@PathVariable String kind, @PathVariable int version) {
        return schemes.get(kind, version);
    }

    /// Everything that is wrong with a scheme; nothing is kept.
    @Needs(Right.MANAGE_SCHEMES)
    @PostMapping("/api/appraisal/scheme-checks")
    List<FaultBody> check(@RequestBody @Valid Scheme scheme) {
        return schemes.check(scheme).stream().map(FaultBody::of).toList();
    }

    @Needs(Right.MANAGE_SCHEMES)
    @PostMapping("/api/appraisal/schemes")
    @ResponseStatus(HttpStatus.CREATED)
    LaidDownBody layDown(@RequestBody @Valid NewSchemeRequest request, @SignedIn Actor actor) {
        return new LaidDownBody(
                schemes.layDown(request.scheme(), request.since(), actor.id(), request.reason()));
    }

    /// Twelve months as they were and as they would have been. Nothing is kept.
    @Needs(Right.MANAGE_SCHEMES)
    @PostMapping("/api/appraisal/simulations")
    SimulationBody simulate(@RequestBody @Valid SimulationRequest request, @SignedIn Actor actor) {
        var kind = request.scheme().kind();
        return SimulationBody.of(
                kind,
                marks.simulate(request.scheme(), request.period()),
                subjects.listNames(kind),
                subject -> subjects.shows(kind, subject, actor));
    }
}
