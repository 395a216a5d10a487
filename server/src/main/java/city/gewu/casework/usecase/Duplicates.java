package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.Position;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Merged;
import city.gewu.casework.model.Likeness;
import city.gewu.casework.model.Likeness.Report;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.CaseLine;
import city.gewu.casework.store.GroupStore;
import city.gewu.casework.store.GroupStore.DuplicateCount;
import city.gewu.casework.store.Kept;
import city.gewu.casework.store.NearbyStore;
import city.gewu.casework.store.NearbyStore.Around;
import city.gewu.casework.store.PhotographedStore;
import city.gewu.component.CityComponent;
import city.gewu.component.Components;
import city.gewu.component.Components.NearComponent;
import city.gewu.engine.spatial.GroundDistance;
import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.Lookalike;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which cases tell of one problem (重复案件).
@Component
public class Duplicates {

    private static final int MOST_NEAR = 60;
    private static final int MOST_SHOWN = 10;
    private static final int MOST_COPIES = 200;
    private static final int MOST_COUNTED = 200;
    private static final int LEAST_PERCENT = 40;

    /// Within it a report is taken to be of the component, which is as exact as phones are.
    private static final double AT_COMPONENT_M = 15;

    /// Within it a list says that something like this is there already.
    private static final double COUNTED_M = 50;

    private final CaseLedger ledger;
    private final NearbyStore nearby;
    private final GroupStore groups;
    private final PhotographedStore photographed;
    private final Evidence evidence;
    private final Components components;
    private final Territory territory;
    private final People people;

    Duplicates(
            CaseLedger ledger,
            NearbyStore nearby,
            GroupStore groups,
            PhotographedStore photographed,
            Evidence evidence,
            Components components,
            Territory territory,
            People people) {
        this.ledger = ledger;
        this.nearby = nearby;
        this.groups = groups;
        this.photographed = photographed;
        this.evidence = evidence;
        this.components = components;
        this.territory = territory;
        this.people = people;
    }

    /// A case that may tell of the same problem.
    public record Candidate(CaseLine line, Likeness likeness) {}

    /// A case among those that tell of its problem.
    ///
    /// @param lead the case this one is a copy of
    /// @param candidates the likeliest first; none once the case is filed or over
    public record Group(
            Optional<CaseLine> lead, List<CaseLine> copies, List<Candidate> candidates) {}

    public Group getGroup(CaseId id, Actor actor) {
        var scope = Scope.of(actor, people);
        var kept =
                ledger.find(id)
                        .filter(found -> found.file().inSight(scope))
                        .orElseThrow(() ->
                                new RefusedException(
                                        "casework.not-found",
                                        "There is no case (%d) that you may see."
                                                .formatted(id.value()),
                                        "Search for it by its number or its address."));
        Optional<CaseLine> lead =
                kept.file().state() instanceof Merged merged
                        ? ledger.find(merged.into())
                                .filter(found -> found.file().inSight(scope))
                                .map(CaseLine::of)
                        : Optional.empty();
        return new Group(
                lead,
                groups.listCopies(id, scope, MOST_COPIES),
                kept.file().state() instanceof Finished || kept.file().findWork().isPresent()
                        ? List.of()
                        : candidates(kept.file(), scope));
    }

    /// For each case how many copies it leads, and how many open ones like it are close by.
    public List<DuplicateCount> count(Collection<Long> ids, Actor actor) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return territory
                .findCity()
                .map(city ->
                        groups.countDuplicates(
                                ids.stream().limit(MOST_COUNTED).toList(),
                                GroundDistance.degreesAcross(COUNTED_M, city.centreLatitude()),
                                GroundDistance.degreesUp(COUNTED_M),
                                Scope.of(actor, people)))
                .orElse(List.of());
    }

    private List<Candidate> candidates(CaseFile file, Scope scope) {
        var place = file.facts().position();
        if (place.isEmpty()) {
            return List.of();
        }
        var report = report(file, place.get());
        var alike = alike(file.facts().photos().before());
        var component = findComponent(place.get(), file.facts().category());
        var found = new LinkedHashMap<CaseId, CaseFile>();
        openAround(place.get(), scope).forEach(near -> found.put(near.id(), near));
        photographed.listCarrying(alike, MOST_NEAR).stream()
                .map(Kept::file)
                .filter(carrying -> carrying.inSight(scope))
                .forEach(carrying -> found.put(carrying.id(), carrying));
        found.remove(file.id());
        return found.values().stream()
                .filter(other -> !(other.state() instanceof Finished))
                .flatMap(other -> candidate(report, other, alike, component).stream())
                .filter(candidate -> candidate.likeness().percent() >= LEAST_PERCENT)
                .sorted(
                        Comparator.comparingInt(
                                        (Candidate candidate) -> candidate.likeness().percent())
                                .reversed()
                                .thenComparingLong(candidate -> candidate.line().id()))
                .limit(MOST_SHOWN)
                .toList();
    }

    private List<CaseFile> openAround(Position place, Scope scope) {
        var around =
                new Around(
                        place,
                        GroundDistance.degreesAcross(Likeness.FARTHEST_M, place.latitude()),
                        GroundDistance.degreesUp(Likeness.FARTHEST_M));
        return nearby.listOpenIn(around, "", scope, MOST_NEAR).stream()
                .flatMap(line -> ledger.find(new CaseId(line.id())).stream())
                .map(Kept::file)
                .toList();
    }

    private Optional<Candidate> candidate(
            Report report, CaseFile other, Set<PhotoId> alike, Optional<CityComponent> component) {
        return other.facts()
                .position()
                .flatMap(place -> {
                    boolean samePhoto =
                            other.facts().photos().before().stream().anyMatch(alike::contains);
                    var common =
                            component.filter(mine ->
                                    findComponent(place, other.facts().category())
                                            .map(CityComponent::code)
                                            .equals(Optional.of(mine.code())));
                    return Likeness.of(
                            report,
                            report(other, place),
                            samePhoto,
                            common.map(Duplicates::nameOf).orElse(""));
                })
                .flatMap(likeness ->
                        ledger.find(other.id())
                                .map(kept -> new Candidate(CaseLine.of(kept), likeness)));
    }

    private static String nameOf(CityComponent component) {
        return component.name().isEmpty() ? component.code() : component.name();
    }

    private static Report report(CaseFile file, Position place) {
        var facts = file.facts();
        return new Report(facts.category(), place, facts.reportedAt(), facts.description());
    }

    /// The photos themselves and their copies.
    private Set<PhotoId> alike(List<PhotoId> photos) {
        var all = new HashSet<>(photos);
        for (var photo : photos) {
            evidence.lookalikes(photo, Evidence.COPY_LIKENESS).stream()
                    .map(Lookalike::photo)
                    .forEach(all::add);
        }
        return all;
    }

    /// The component of this category that a report stands at.
    private Optional<CityComponent> findComponent(Position place, String category) {
        return components
                .listNear(place.longitude(), place.latitude(), AT_COMPONENT_M, category)
                .stream()
                .findFirst()
                .map(NearComponent::component);
    }
}
