package city.gewu.catalogue.usecase;

import city.gewu.catalogue.CategorisedCases;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.catalogue.model.SchemeChange;
import city.gewu.catalogue.model.SchemeCheck;
import city.gewu.catalogue.model.SchemeDraft;
import city.gewu.catalogue.model.SchemeFinding;
import city.gewu.catalogue.model.SchemeReader;
import city.gewu.catalogue.model.SchemeReader.Fault;
import city.gewu.catalogue.store.SchemeDraftStore;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.LaidDown;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.Deadline;
import city.gewu.worktime.Worktime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A person's draft of the scheme: changed, checked, compared and tried; nothing of it is in force.
@Component
public class SchemeDrafts {

    private final SchemeDraftStore drafts;
    private final SchemeMemory memory;
    private final Worktime worktime;
    private final Optional<CategorisedCases> cases;

    SchemeDrafts(
            SchemeDraftStore drafts,
            SchemeMemory memory,
            Worktime worktime,
            Optional<CategorisedCases> cases) {
        this.drafts = drafts;
        this.memory = memory;
        this.worktime = worktime;
        this.cases = cases;
    }

    /// A draft with what it means.
    ///
    /// @param outdated whether a scheme was laid down since it was begun
    /// @param changes against the scheme in force
    /// @param open how many cases of a category are open
    public record Drafted(
            SchemeDraft draft,
            boolean outdated,
            List<SchemeFinding> findings,
            List<SchemeChange> changes,
            Map<String, Integer> open) {}

    /// Without a change yet it is the scheme in force.
    public Drafted get(String person) {
        return look(find(person));
    }

    /// Of the draft in the edition that was looked at. Refused with `catalogue.draft-changed`.
    public Drafted change(String person, int edition, List<MinorCategory> categories) {
        var draft = find(person);
        if (draft.edition() != edition) {
            throw changedElsewhere(edition);
        }
        var changed = draft.changed(categories, memory.now());
        if (!drafts.save(changed)) {
            throw changedElsewhere(edition);
        }
        return look(changed);
    }

    /// What reading a file into a draft came to.
    ///
    /// @param faults what was wrong; while there is any nothing was taken
    public record FileTaken(List<Fault> faults, Drafted drafted) {}

    /// Takes categories and conditions from a file; what a category asks stays.
    public FileTaken takeFile(String person, int edition, byte[] csv) {
        var read = SchemeReader.tryRead(csv);
        if (!read.faults().isEmpty()) {
            return new FileTaken(read.faults(), get(person));
        }
        var asked = new HashMap<String, List<Question>>();
        find(person).categories().forEach(one -> asked.putIfAbsent(one.code(), one.questions()));
        var categories =
                read.categories().stream()
                        .map(one -> one.asking(asked.getOrDefault(one.code(), List.of())))
                        .toList();
        return new FileTaken(List.of(), change(person, edition, categories));
    }

    public void drop(String person) {
        drafts.delete(person);
    }

    /// The clock of a case that is given this limit at that moment.
    public Deadline tryLimit(Instant at, TimeLimit limit) {
        return worktime.start(at, limit);
    }

    static RefusedException changedElsewhere(int edition) {
        return new RefusedException(
                "catalogue.draft-changed",
                "The draft is no longer in the edition (%d): another window changed it."
                        .formatted(edition),
                "Load the page again and look at the draft.");
    }

    private SchemeDraft find(String person) {
        return drafts.find(person)
                .orElseGet(() -> new SchemeDraft(person, last(), 0, inForce(), Optional.empty()));
    }

    private Drafted look(SchemeDraft draft) {
        return new Drafted(
                draft,
                draft.basedOn() != last(),
                SchemeCheck.check(draft.categories()),
                SchemeChange.list(inForce(), draft.categories()),
                cases.map(CategorisedCases::countOpen).orElse(Map.of()));
    }

    private List<MinorCategory> inForce() {
        return memory.findInForce().map(SchemeMemory.Scheme::all).orElse(List.of());
    }

    private long last() {
        var all = memory.listLaidDown();
        return all.isEmpty() ? 0 : all.getLast().number();
    }

    /// A scheme that was laid down at any time.
    public List<MinorCategory> getLaidDown(long number) {
        return memory.listLaidDown().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .map(LaidDown::version)
                .map(version -> memory.get(version).all())
                .orElseThrow(() ->
                        new RefusedException(
                                "catalogue.unknown-scheme",
                                "No scheme (%d) was laid down.".formatted(number),
                                "Choose one of the list."));
    }
}
