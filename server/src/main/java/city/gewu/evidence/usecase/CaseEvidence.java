package city.gewu.evidence.usecase;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.Lookalike;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight;
import city.gewu.evidence.PhotoSight.PhotographedCase;
import city.gewu.evidence.model.PhotoSigns;
import city.gewu.evidence.model.SealedFacts;
import city.gewu.evidence.store.FactStore;
import city.gewu.evidence.store.LikenessStore;
import city.gewu.evidence.store.PublicationStore.OfCase;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the photos of a case say: when and where they were taken beside the report, and which of
/// them were seen before.
@Component
public class CaseEvidence {

    private final Evidence evidence;
    private final PhotoSight sight;
    private final FactStore facts;
    private final LikenessStore likenesses;

    CaseEvidence(Evidence evidence, PhotoSight sight, FactStore facts, LikenessStore likenesses) {
        this.evidence = evidence;
        this.sight = sight;
        this.facts = facts;
        this.likenesses = likenesses;
    }

    /// @param signs missing where no facts are known of the photo
    /// @param repeats photos of this or another case that this one looks like and that were there
    ///   first; asked for photos that show work done
    public record Account(PhotoId photo, Optional<PhotoSigns> signs, List<Found> repeats) {}

    /// A lookalike, and a case that carries it.
    public record Found(PhotoId photo, int distance, long caseId, String caseNo) {}

    public List<Account> listAccounts(long caseId, Actor actor) {
        var seen = getCase(caseId, actor);
        var known = facts.listFacts(seen.all().toList());
        var accounts = new ArrayList<Account>();
        for (PhotoId photo : seen.all().toList()) {
            boolean asFound = seen.before().contains(photo);
            accounts.add(
                    new Account(
                            photo,
                            Optional.ofNullable(known.get(photo))
                                    .map(it -> PhotoSigns.of(it, seen, asFound)),
                            seen.after().contains(photo)
                                    ? repeats(photo, seen, actor)
                                    : List.of()));
        }
        return accounts;
    }

    /// What the sealed facts of a photo say beside its case.
    public PhotoSigns readSigns(OfCase what, SealedFacts facts, Actor actor) {
        var seen = getCase(what.caseId(), actor);
        return PhotoSigns.of(facts, seen, seen.before().contains(what.photo()));
    }

    /// Photos like this one in cases that the actor may see, nearest first.
    public List<Found> listLookalikes(PhotoId photo, int distance, Actor actor) {
        var own = sight.listCarrying(List.of(photo), actor);
        if (own.isEmpty() && !evidence.wasKeptBy(photo, actor)) {
            throw notFound(photo);
        }
        return found(evidence.lookalikes(photo, distance), actor);
    }

    public PhotographedCase getCase(long caseId, Actor actor) {
        return sight.findCase(caseId, actor)
                .orElseThrow(() ->
                        new RefusedException(
                                "evidence.not-found",
                                "There is no case (%d) that you may see.".formatted(caseId),
                                "Reload the list."));
    }

    public static RefusedException notFound(PhotoId photo) {
        return new RefusedException(
                "evidence.not-found",
                "There is no photo (%s) that you may see here.".formatted(photo.value()),
                "Reload the case; a photo is never removed from one.");
    }

    /// The same photo, or one much like it, in a case that was opened before this one; in the case
    /// itself, one that shows it as found. A drawn photo has no likeness and repeats nothing.
    private List<Found> repeats(PhotoId photo, PhotographedCase of, Actor actor) {
        if (likenesses.findLikeness(photo).isEmpty()) {
            return List.of();
        }
        var near = new ArrayList<Lookalike>();
        near.add(new Lookalike(photo, 0));
        near.addAll(evidence.lookalikes(photo, Evidence.COPY_LIKENESS));
        return found(near, actor).stream()
                .filter(it ->
                        it.caseId() < of.caseId()
                                || (it.caseId() == of.caseId() && of.before().contains(it.photo())))
                .toList();
    }

    private List<Found> found(List<Lookalike> near, Actor actor) {
        Map<PhotoId, Integer> distances =
                near.stream()
                        .collect(
                                Collectors.toMap(
                                        Lookalike::photo,
                                        Lookalike::distance,
                                        Math::min,
                                        LinkedHashMap::new));
        var cases = sight.listCarrying(distances.keySet(), actor);
        var found = new ArrayList<Found>();
        distances.forEach((photo, distance) ->
                cases.stream()
                        .filter(it -> it.all().anyMatch(photo::equals))
                        .forEach(it ->
                                found.add(new Found(photo, distance, it.caseId(), it.caseNo()))));
        return found;
    }
}
