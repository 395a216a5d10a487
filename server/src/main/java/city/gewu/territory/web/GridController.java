package city.gewu.territory.web;

import city.gewu.audit.Audit;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.territory.model.DraftStep;
import city.gewu.territory.model.Finding;
import city.gewu.territory.usecase.ApplyDraft;
import city.gewu.territory.usecase.ApplyDraft.Applied;
import city.gewu.territory.usecase.CheckDraft;
import city.gewu.territory.usecase.DraftedLevel;
import city.gewu.territory.usecase.DrawGrids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The grid editor: a person's draft, its steps, what they would mean, and bringing it into force.
@RestController
@RequestMapping("/api/territory/drafts")
@Needs(Right.MANAGE_CITY)
class GridController {

    private final DrawGrids grids;
    private final CheckDraft check;
    private final ApplyDraft apply;

    GridController(DrawGrids grids, CheckDraft check, ApplyDraft apply) {
        this.grids = grids;
        this.check = check;
        this.apply = apply;
    }

    record OpenRequest(@NotNull @Size(min = 1, max = 60) String level) {}

    record StepRequest(
            DraftStep.@NotNull Kind kind,
            @Nullable @Size(max = 20) List<@NotNull String> units,
            @Nullable @Size(max = 2000) List<@NotNull List<@NotNull Double>> line,
            @Nullable @Size(max = 2) List<@NotNull String> given,
            @Nullable Named name,
            @Nullable @Size(max = 500) List<@NotNull String> parts) {

        DraftStep step() {
            return new DraftStep(
                    kind,
                    units == null ? List.of() : units,
                    line == null ? List.of() : line,
                    given == null ? List.of() : given,
                    name == null ? new Named("", "") : name,
                    parts == null ? List.of() : parts);
        }
    }

    record ApplyRequest(@NotNull LocalDate effectiveOn) {}

    /// @param formedOfParts whether units of the finest level are assigned to those of this one
    record DraftBody(
            UUID id,
            String level,
            boolean outdated,
            boolean formedOfParts,
            List<DraftStep> steps,
            List<OutlineBody> units) {

        static DraftBody of(DraftedLevel level, boolean formedOfParts) {
            return new DraftBody(
                    level.draft().id(),
                    level.draft().level(),
                    level.outdated(),
                    formedOfParts,
                    level.draft().steps(),
                    level.after().units().stream().map(OutlineBody::of).toList());
        }
    }

    record ResultBody(
            String code, Named name, String parent, double areaM2, int cases, int people) {}

    record CheckBody(
            boolean sound, List<Finding> findings, List<ResultBody> units, List<String> ended) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DraftBody open(
            @Valid @RequestBody OpenRequest wanted, @RequestAttribute(Audit.ACTOR) String person) {
        return body(grids.open(person, wanted.level()));
    }

    @GetMapping("/{id}")
    DraftBody get(@PathVariable UUID id, @RequestAttribute(Audit.ACTOR) String person) {
        return body(grids.get(id, person));
    }

    record PartBody(OutlineBody unit, String holder) {}

    /// The units that those of the draft are formed of, and which holds each.
    @GetMapping("/{id}/parts")
    List<PartBody> listParts(@PathVariable UUID id, @RequestAttribute(Audit.ACTOR) String person) {
        return grids.listParts(id, person).stream()
                .map(part -> new PartBody(OutlineBody.of(part.unit()), part.holder()))
                .toList();
    }

    private DraftBody body(DraftedLevel level) {
        return DraftBody.of(level, grids.isFormedOfParts(level.draft().level()));
    }

    @PostMapping("/{id}/steps")
    DraftBody take(
            @PathVariable UUID id,
            @Valid @RequestBody StepRequest wanted,
            @RequestAttribute(Audit.ACTOR) String person,
            HttpServletRequest http) {
        DraftedLevel level = grids.take(id, person, wanted.step());
        DraftStep step = level.draft().steps().getLast();
        Audit.detail(http, "step", step.kind().name());
        Audit.detail(http, "units", String.join(" ", step.units()));
        Audit.detail(http, "given", String.join(" ", step.given()));
        Audit.detail(http, "parts", String.join(" ", step.parts()));
        return body(level);
    }

    @DeleteMapping("/{id}/steps/last")
    DraftBody undo(@PathVariable UUID id, @RequestAttribute(Audit.ACTOR) String person) {
        return body(grids.undo(id, person));
    }

    @PostMapping("/{id}/findings")
    CheckBody check(@PathVariable UUID id, @RequestAttribute(Audit.ACTOR) String person) {
        var checked = check.check(grids.get(id, person));
        return new CheckBody(
                checked.sound(),
                checked.findings(),
                checked.units().stream()
                        .map(result ->
                                new ResultBody(
                                        result.unit().code(),
                                        result.unit().unit().name(),
                                        result.unit().unit().parent(),
                                        result.unit().unit().areaM2(),
                                        result.cases(),
                                        result.people()))
                        .toList(),
                checked.ended());
    }

    @PostMapping("/{id}/application")
    Applied apply(
            @PathVariable UUID id,
            @Valid @RequestBody ApplyRequest wanted,
            @RequestAttribute(Audit.ACTOR) String person,
            HttpServletRequest http) {
        Applied applied = apply.apply(id, person, wanted.effectiveOn());
        Audit.detail(http, "effectiveOn", applied.effectiveOn().toString());
        Audit.detail(http, "added", String.join(" ", applied.added()));
        Audit.detail(http, "changed", String.join(" ", applied.changed()));
        Audit.detail(http, "ended", String.join(" ", applied.ended()));
        return applied;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @RequestAttribute(Audit.ACTOR) String person) {
        grids.withdraw(id, person);
    }
}
