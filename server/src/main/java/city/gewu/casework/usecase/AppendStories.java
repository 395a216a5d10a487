package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.CaseStory;
import city.gewu.casework.Casework;
import city.gewu.casework.FollowOn;
import city.gewu.casework.ReporterContact;
import city.gewu.casework.StoryOutcome;
import city.gewu.casework.StoryOutcome.Added;
import city.gewu.casework.StoryOutcome.AlreadyThere;
import city.gewu.casework.StoryOutcome.Rejected;
import city.gewu.casework.model.By;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.CaseRules;
import city.gewu.casework.store.CaseChain;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.DaySeals;
import city.gewu.casework.store.Entry;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.People;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings whole cases in: the rules run in memory, then all that passed is copied in at once.
@Component
class AppendStories {

    private final CaseLedger ledger;
    private final DaySeals seals;
    private final Territory territory;
    private final Catalogue catalogue;
    private final People people;
    private final ReporterContacts contacts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppendStories(
            CaseLedger ledger,
            DaySeals seals,
            Territory territory,
            Catalogue catalogue,
            People people,
            ReporterContacts contacts,
            TransactionTemplate transaction,
            Clock clock) {
        this.ledger = ledger;
        this.seals = seals;
        this.territory = territory;
        this.catalogue = catalogue;
        this.people = people;
        this.contacts = contacts;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<StoryOutcome> append(List<CaseStory> stories) {
        var outcomes = new ArrayList<StoryOutcome>(stories.size());
        transaction.executeWithoutResult(_ -> append(stories, outcomes));
        return outcomes;
    }

    private void append(List<CaseStory> stories, List<StoryOutcome> outcomes) {
        seals.hold();
        var origins = knownOrigins(stories);
        var ids = ledger.nextIds(stories.size()).iterator();
        var teller = new Teller(territory.getCity());
        var told = new ArrayList<List<Entry>>();
        var known = new LinkedHashMap<CaseId, ReporterContact>();
        for (var story : stories) {
            var sameSource = origins.computeIfAbsent(story.source(), _ -> new HashSet<>());
            if (sameSource.contains(story.sourceId())) {
                outcomes.add(new AlreadyThere());
                continue;
            }
            try {
                var entries = teller.tell(story, new CaseId(ids.next()));
                told.add(entries);
                story.contact()
                        .filter(contact -> !contact.isEmpty())
                        .ifPresent(contact -> known.put(entries.getFirst().id(), contact));
                sameSource.add(story.sourceId());
                outcomes.add(added(entries));
            } catch (RefusedException e) {
                outcomes.add(new Rejected(e.refusal()));
            } catch (IllegalArgumentException e) {
                outcomes.add(new Rejected(badText(story, e)));
            }
        }
        if (!told.isEmpty()) {
            ledger.copy(told);
            contacts.keepAll(known);
        }
    }

    private static Added added(List<Entry> entries) {
        var file = entries.getFirst().kept().file();
        return new Added(file.id(), file.caseNo(), entries.size());
    }

    private Map<String, Set<String>> knownOrigins(List<CaseStory> stories) {
        var bySource =
                stories.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CaseStory::source,
                                        Collectors.mapping(
                                                CaseStory::sourceId, Collectors.toSet())));
        var known = new HashMap<String, Set<String>>();
        bySource.forEach((source, ids) ->
                known.put(source, new HashSet<>(ledger.findOrigins(source, ids).keySet())));
        return known;
    }

    private static Refusal badText(CaseStory story, IllegalArgumentException e) {
        return new Refusal(
                "casework.bad-text",
                "%s: %s".formatted(story.where(), e.getMessage()),
                "Remove the character from the file.");
    }

    /// Runs the rules over stories of one batch.
    private final class Teller {

        private final City city;
        private final CaseOpening opening;
        private final Placement placement = new Placement(territory);
        private final CaseReferences references = new CaseReferences(catalogue, people);
        private final CaseChain chain = ledger.chain();
        private final Instant recordedAt = clock.instant();

        Teller(City city) {
            this.city = city;
            this.opening = new CaseOpening(city);
        }

        List<Entry> tell(CaseStory story, CaseId id) {
            checkOrigin(story);
            story.contact().ifPresent(ReporterContacts::check);
            var file = open(story, id);
            var entries = new ArrayList<Entry>(story.steps().size() + 1);
            entries.add(
                    chain.open(
                            file,
                            CaseOpening.reported(file),
                            new Told(story.reporter().id(), story.reportedAt(), recordedAt)));
            var last = story.reportedAt();
            for (var step : story.steps()) {
                if (step.at().isBefore(last)) {
                    throw outOfOrder(step, last);
                }
                entries.add(next(entries.getLast(), step));
                last = step.at();
            }
            return entries;
        }

        private CaseFile open(CaseStory story, CaseId id) {
            CaseOpening.checkMayReport(story.reporter(), story.problem().source());
            var problem = story.problem();
            references.checkCategory(problem.category(), problem.condition());
            return opening.open(
                    id,
                    new Origin(story.source(), story.sourceId()),
                    CaseOpening.facts(
                            problem,
                            placement.place(problem),
                            story.reporter().id(),
                            story.reportedAt().truncatedTo(ChronoUnit.MICROS)));
        }

        private Entry next(Entry before, CaseStory.Step step) {
            references.check(step.command());
            var kept = before.kept();
            var at = step.at().truncatedTo(ChronoUnit.MICROS);
            var by = By.of(step.actor(), at, city.zone());
            var moved = CaseRules.decide(kept.file(), step.command(), by).orThrow();
            return chain.next(
                    kept, moved.next(), moved.event(), new Told(step.actor().id(), at, recordedAt));
        }
    }

    private static void checkOrigin(CaseStory story) {
        if (story.source().isBlank() || story.sourceId().isBlank()) {
            throw new RefusedException(
                    "casework.missing-origin",
                    "The case has no id (%s) in its source (%s)."
                            .formatted(story.sourceId(), story.source()),
                    "Give every row the id it has where it comes from.");
        }
        if (isReserved(story)) {
            throw new RefusedException(
                    "casework.bad-origin",
                    "The source (%s) of the case (%s) is a name the platform keeps for itself."
                            .formatted(story.source(), story.sourceId()),
                    "Name the system that the rows come from, for example `old-hotline`.");
        }
    }

    /// What the platform itself opens is found by such names; a row of a file must not pass for it.
    private static boolean isReserved(CaseStory story) {
        return switch (story.source()) {
            case FollowOn.ORIGIN -> !story.reporter().equals(FollowOn.PLATFORM);
            case String source when source.startsWith(Casework.LIVE) -> story.reporter().fromFile();
            default -> false;
        };
    }

    private static RefusedException outOfOrder(CaseStory.Step step, Instant last) {
        return new RefusedException(
                "casework.out-of-order",
                "The step (%s) at (%s) lies before the one before it (%s)."
                        .formatted(step.command().getClass().getSimpleName(), step.at(), last),
                "Correct the times; a case cannot be closed before it was opened.");
    }
}
