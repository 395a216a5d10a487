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
import city.gewu.territory.Territory;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private final CaseDesk desk;
    private final CaseLedger ledger;
    private final NearbyStore nearby;
    private final GroupStore groups;
    private final PhotographedStore photographed;
    private final Evidence evidence;
    private final Components components;
    private final Territory territory;
    private final People people;

    Duplicates(
            CaseDesk desk,
            CaseLedger ledger,
            NearbyStore nearby,
            GroupStore groups,
            PhotographedStore photographed,
            Evidence evidence,
            Components components,
            Territory territory,
            People people) {
        this.desk = desk;
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
        var kept = desk.getKept(id, scope);
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

    /// Open cases that may tell of the problem somebody is writing down, the likeliest first.
    public List<Candidate> listLikely(Report report, Actor actor) {
        return candidates(report, Map.of(), Scope.of(actor, people)).limit(MOST_SHOWN).toList();
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
        var facts = file.facts();
        var report =
                new Report(facts.category(), place.get(), facts.reportedAt(), facts.description());
        return candidates(report, listAlike(facts.photos().before(), scope), scope)
                .filter(candidate -> candidate.line().id() != file.id().value())
                .limit(MOST_SHOWN)
                .toList();
    }

    /// @param alike cases that show the same photo, by their ids
    private Stream<Candidate> candidates(Report report, Map<Long, CaseLine> alike, Scope scope) {
        var place = report.position();
        var grounds =
                new Grounds(
                        report,
                        alike.keySet(),
                        components.listNear(
                                place.longitude(),
                                place.latitude(),
                                Likeness.FARTHEST_M + AT_COMPONENT_M,
                                report.category()));
        var found = new LinkedHashMap<Long, CaseLine>();
        openAround(place, scope).forEach(near -> found.put(near.id(), near));
        found.putAll(alike);
        return found.values().stream()
                .filter(other -> other.times().endedAt().isEmpty())
                .flatMap(other -> grounds.candidate(other).stream())
                .filter(candidate -> candidate.likeness().percent() >= LEAST_PERCENT)
                .sorted(
                        Comparator.comparingInt(
                                        (Candidate candidate) -> candidate.likeness().percent())
                                .reversed()
                                .thenComparingLong(candidate -> candidate.line().id()));
    }

    private List<CaseLine> openAround(Position place, Scope scope) {
        var around =
                new Around(
                        place,
                        GroundDistance.degreesAcross(Likeness.FARTHEST_M, place.latitude()),
                        GroundDistance.degreesUp(Likeness.FARTHEST_M));
        return nearby.listOpenIn(around, "", scope, MOST_NEAR);
    }

    /// Cases that were reported with one of these photos or a copy of it.
    private Map<Long, CaseLine> listAlike(List<PhotoId> photos, Scope scope) {
        var all = new HashSet<>(photos);
        for (var photo : photos) {
            evidence.lookalikes(photo, Evidence.COPY_LIKENESS).stream()
                    .map(Lookalike::photo)
                    .forEach(all::add);
        }
        var cases = new LinkedHashMap<Long, CaseLine>();
        photographed.listCarrying(all, MOST_NEAR).stream()
                .filter(kept -> kept.file().inSight(scope))
                .filter(kept ->
                        kept.file().facts().photos().before().stream().anyMatch(all::contains))
                .map(CaseLine::of)
                .forEach(line -> cases.put(line.id(), line));
        return cases;
    }

    /// What other cases are compared with.
    ///
    /// @param alike cases that show the same photo
    /// @param components those of the report's category around it
    private record Grounds(Report report, Set<Long> alike, List<NearComponent> components) {

        Optional<Candidate> candidate(CaseLine other) {
            return other.position()
                    .flatMap(place ->
                            Likeness.of(
                                            report,
                                            new Report(
                                                    other.category(),
                                                    place,
                                                    other.times().reportedAt(),
                                                    other.description()),
                                            alike.contains(other.id()),
                                            commonComponent(other.category(), place))
                                    .map(likeness -> new Candidate(other, likeness)));
        }

        /// Name of the component that both stand at, or empty text.
        private String commonComponent(String category, Position place) {
            if (!category.equals(report.category())) {
                return "";
            }
            return findAt(report.position())
                    .filter(mine -> findAt(place).equals(Optional.of(mine)))
                    .map(Duplicates::nameOf)
                    .orElse("");
        }

        private Optional<CityComponent> findAt(Position place) {
            return components.stream()
                    .map(NearComponent::component)
                    .filter(one -> metres(one, place) <= AT_COMPONENT_M)
                    .min(Comparator.comparingDouble(one -> metres(one, place)));
        }

        private static double metres(CityComponent component, Position place) {
            return GroundDistance.metres(
                    component.longitude(),
                    component.latitude(),
                    place.longitude(),
                    place.latitude());
        }
    }

    private static String nameOf(CityComponent component) {
        return component.name().isEmpty() ? component.code() : component.name();
    }
}
