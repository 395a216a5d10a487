package city.gewu.casework.web;

import city.gewu.casework.CaseId;
import city.gewu.casework.Position;
import city.gewu.casework.model.Likeness;
import city.gewu.casework.model.Likeness.Report;
import city.gewu.casework.store.CaseLine;
import city.gewu.casework.store.GroupStore.DuplicateCount;
import city.gewu.casework.usecase.Duplicates;
import city.gewu.casework.usecase.Duplicates.Candidate;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.territory.Territory;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cases that tell of one problem (重复案件).
@RestController
@Needs(Right.READ_CASES)
@RequestMapping("/api/cases")
class DuplicateController {

    private final Duplicates duplicates;
    private final Catalogue catalogue;
    private final People people;
    private final Territory territory;
    private final Clock clock;

    DuplicateController(
            Duplicates duplicates,
            Catalogue catalogue,
            People people,
            Territory territory,
            Clock clock) {
        this.duplicates = duplicates;
        this.catalogue = catalogue;
        this.people = people;
        this.territory = territory;
        this.clock = clock;
    }

    /// @param lead the case this one was merged into
    record GroupBody(
            @Nullable CaseLineBody lead,
            List<CaseLineBody> copies,
            List<CandidateBody> candidates) {}

    record CandidateBody(@JsonUnwrapped CaseLineBody line, Likeness likeness) {}

    /// A case, its copies, and the open cases that may tell of the same problem, the likeliest
    /// first.
    @GetMapping("/{id}/duplicates")
    GroupBody open(@PathVariable long id, @SignedIn Actor actor) {
        var group = duplicates.getGroup(new CaseId(id), actor);
        var names = new Names(catalogue, people, territory);
        return new GroupBody(
                group.lead().map(line -> body(line, names)).orElse(null),
                group.copies().stream().map(line -> body(line, names)).toList(),
                bodies(group.candidates(), names));
    }

    /// Open cases that may tell of the problem somebody is writing down, the likeliest first
    /// (录入时查重).
    ///
    /// @param text what was written so far
    @GetMapping("/likely")
    List<CandidateBody> listLikely(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam String category,
            @RequestParam(defaultValue = "") String text,
            @SignedIn Actor actor) {
        var report = new Report(category, new Position(lon, lat), clock.instant(), text);
        return bodies(
                duplicates.listLikely(report, actor), new Names(catalogue, people, territory));
    }

    private List<CandidateBody> bodies(List<Candidate> candidates, Names names) {
        return candidates.stream()
                .map(one -> new CandidateBody(body(one.line(), names), one.likeness()))
                .toList();
    }

    /// For at most 200 cases how many copies each leads, and how many open ones like it are close.
    @GetMapping("/duplicate-counts")
    List<DuplicateCount> count(@RequestParam List<Long> ids, @SignedIn Actor actor) {
        return duplicates.count(ids, actor);
    }

    private CaseLineBody body(CaseLine line, Names names) {
        return CaseLineBody.of(line, names, clock.instant());
    }
}
