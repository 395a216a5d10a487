package city.gewu.territory.usecase;

import city.gewu.engine.spatial.AreaIndex;
import city.gewu.platform.RefusedException;
import city.gewu.territory.model.Draft;
import city.gewu.territory.model.DraftStep;
import city.gewu.territory.model.LevelDraft;
import city.gewu.territory.model.NextCode;
import city.gewu.territory.model.UnitShape;
import city.gewu.territory.store.DraftStore;
import city.gewu.territory.store.UnitStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Drawing on a draft (网格编辑): nothing is in force before it is applied.
@Component
public class DrawGrids {

    /// Every answer takes all steps again; beyond this a draft should be applied in parts.
    private static final int MOST_STEPS = 200;

    private final DraftStore drafts;
    private final UnitStore units;
    private final TerritoryMemory memory;
    private final Clock clock;

    DrawGrids(DraftStore drafts, UnitStore units, TerritoryMemory memory, Clock clock) {
        this.drafts = drafts;
        this.units = units;
        this.memory = memory;
        this.clock = clock;
    }

    /// The person's open draft of the level, or a new one.
    public DraftedLevel open(String person, String level) {
        memory.getSnapshot().level(level);
        if (drafts.findOpenOf(person, level).isEmpty()) {
            String base = DraftedLevel.mark(units.listLatest(level));
            drafts.insertDraft(
                    new Draft(UUID.randomUUID(), person, level, base, clock.instant(), List.of()));
        }
        return get(drafts.findOpenOf(person, level).orElseThrow(), person);
    }

    /// Refused with `territory.unknown-draft` also when it is somebody else's.
    public DraftedLevel get(UUID id, String person) {
        Draft draft = getDraft(id, person);
        var parts = memory.getSnapshot().findPartsOf(draft.level());
        return DraftedLevel.of(
                draft,
                units.listLatest(draft.level()),
                code -> parts.flatMap(level -> level.find(code)));
    }

    /// A unit of the finest level, and the code of the drafted unit that holds it.
    public record Part(UnitShape unit, String holder) {}

    /// What the units of the draft are formed of; nothing for a level that is divided itself.
    public List<Part> listParts(UUID id, String person) {
        var level = get(id, person);
        var drawn = level.after().units();
        var index = AreaIndex.of(drawn.stream().map(UnitShape::shape).toList());
        return memory.getSnapshot().findPartsOf(level.draft().level()).stream()
                .flatMap(parts -> parts.units().stream())
                .map(unit -> {
                    var at = unit.shape().getInteriorPoint();
                    int holder = index.find(at.getX(), at.getY());
                    return new Part(unit, holder == AreaIndex.NONE ? "" : drawn.get(holder).code());
                })
                .toList();
    }

    public boolean isFormedOfParts(String level) {
        return memory.getSnapshot().findPartsOf(level).isPresent();
    }

    /// Takes the step, or refuses it and leaves the draft as it was.
    public DraftedLevel take(UUID id, String person, DraftStep step) {
        DraftedLevel level = get(id, person);
        int number = level.draft().steps().size() + 1;
        if (number > MOST_STEPS) {
            throw new RefusedException(
                    "territory.draft-too-long",
                    "The draft has (%d) steps.".formatted(MOST_STEPS),
                    "Apply what is drawn and begin a new draft.");
        }
        DraftStep whole = withCodes(step, level.after());
        level.after().take(whole);
        if (!drafts.addStep(id, number, whole)) {
            throw new RefusedException(
                    "territory.draft-changed",
                    "The draft has got its step (%d) from another window.".formatted(number),
                    "Load the page again and look at what is drawn.");
        }
        return get(id, person);
    }

    public DraftedLevel undo(UUID id, String person) {
        Draft draft = getDraft(id, person);
        drafts.removeStep(id, draft.steps().size());
        return get(id, person);
    }

    public void withdraw(UUID id, String person) {
        drafts.endDraft(getDraft(id, person).id(), "WITHDRAWN", clock.instant(), Optional.empty());
    }

    /// Also one whose steps no longer fit the level, which can only be undone or withdrawn.
    private Draft getDraft(UUID id, String person) {
        return drafts.findOpen(id, person)
                .orElseThrow(() ->
                        new RefusedException(
                                "territory.unknown-draft",
                                "You have no open draft (%s).".formatted(id),
                                "It was applied or withdrawn; begin a new one."));
    }

    /// Codes nobody wrote come from the numbering of the parent's units.
    private static DraftStep withCodes(DraftStep step, LevelDraft level) {
        int wanted =
                switch (step.kind()) {
                    case SPLIT -> 2;
                    case MERGE, RECODE -> 1;
                    case MOVE, REDRAW, RENAME, ASSIGN -> 0;
                };
        var written = step.given().stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
        if (written.size() == wanted || step.units().isEmpty()) {
            return step.giving(written);
        }
        var like = level.unit(step.units().getFirst()).unit();
        return step.giving(NextCode.list(like.code(), like.parent(), level.everGiven(), wanted));
    }
}
