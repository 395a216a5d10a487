package city.gewu.exchange.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseId;
import city.gewu.casework.CaseStory;
import city.gewu.casework.Casework;
import city.gewu.casework.Problem;
import city.gewu.casework.ReporterContact;
import city.gewu.casework.StoryOutcome;
import city.gewu.people.Actor;
import city.gewu.platform.Refusal;
import city.gewu.town.TownLacks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Remembers the stories it was told, each once, and can die like a process.
final class RecordingCasework implements Casework {

    final Map<String, CaseStory> stories = new LinkedHashMap<>();
    final List<Integer> batches = new ArrayList<>();
    int diesAfterBatches = Integer.MAX_VALUE;
    String refuses = "";

    @Override
    public List<StoryOutcome> append(List<CaseStory> told) {
        if (batches.size() == diesAfterBatches) {
            throw new IllegalStateException("killed");
        }
        batches.add(told.size());
        var outcomes = new ArrayList<StoryOutcome>();
        for (var story : told) {
            if (story.sourceId().equals(refuses)) {
                outcomes.add(
                        new StoryOutcome.Rejected(
                                new Refusal("casework.no", "The ledger says no.", "Ask it why.")));
            } else if (stories.putIfAbsent(story.source() + story.sourceId(), story) == null) {
                outcomes.add(new StoryOutcome.Added(new CaseId(stories.size()), "", 1));
            } else {
                outcomes.add(new StoryOutcome.AlreadyThere());
            }
        }
        return outcomes;
    }

    @Override
    public CaseId report(Problem problem, Optional<ReporterContact> contact, Actor actor) {
        throw new TownLacks("a ledger that takes reports");
    }

    @Override
    public CaseId reportOnce(
            String origin,
            String originId,
            Problem problem,
            Optional<ReporterContact> contact,
            Actor actor) {
        throw new TownLacks("a ledger that takes reports");
    }

    @Override
    public void checkAnswers(String category, Map<String, String> answers) {
        throw new TownLacks("questions to answer");
    }

    @Override
    public int command(CaseId id, int version, CaseCommand command, Actor actor) {
        throw new TownLacks("a ledger that takes commands");
    }

    @Override
    public Verification verify(Consumer<String> findings) {
        throw new TownLacks("a ledger to verify");
    }

    @Override
    public int sealFinishedDays() {
        throw new TownLacks("days to seal");
    }
}
