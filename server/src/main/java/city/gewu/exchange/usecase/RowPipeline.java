package city.gewu.exchange.usecase;

import city.gewu.casework.CaseStory;
import city.gewu.casework.Casework;
import city.gewu.casework.StoryOutcome;
import city.gewu.exchange.csv.RawRow;
import city.gewu.exchange.csv.RejectsFile;
import city.gewu.exchange.csv.SeenRows;
import city.gewu.exchange.csv.SeenRows.Earlier;
import city.gewu.exchange.model.ExportRow;
import city.gewu.exchange.model.RowTranslation;
import city.gewu.exchange.model.Verdict;
import city.gewu.platform.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Rows on their way into the ledger, in batches. A batch is one transaction; whatever happens, the
/// rows of a batch are all in or all out, and a rejected row is written down in its turn.
final class RowPipeline {

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_CHARACTERS = 8_000_000;

    private final Casework casework;
    private final RowTranslation translation;
    private final RejectsFile rejects;
    private final ImportTally tally;
    private final SeenRows seen = new SeenRows();
    private final List<Waiting> batch = new ArrayList<>();
    private int characters;

    private record Waiting(RawRow row, Verdict verdict) {}

    RowPipeline(
            Casework casework, RowTranslation translation, RejectsFile rejects, ImportTally tally) {
        this.casework = casework;
        this.translation = translation;
        this.rejects = rejects;
        this.tally = tally;
    }

    void accept(RawRow raw, Map<String, Integer> columns, String file) {
        tally.read();
        var verdict =
                raw.broken()
                        .<Verdict>map(Verdict.Rejected::new)
                        .orElseGet(() ->
                                translation.translate(
                                        new ExportRow(
                                                "%s:%d".formatted(file, raw.line()),
                                                columns,
                                                raw.fields())));
        switch (verdict) {
            case Verdict.Told told -> accept(raw, told);
            case Verdict.Rejected rejected -> await(raw, rejected);
        }
    }

    /// Tells the ledger what is waiting.
    void flush() {
        var stories = new ArrayList<CaseStory>();
        for (var waiting : batch) {
            if (waiting.verdict() instanceof Verdict.Told told) {
                stories.add(told.story());
            }
        }
        var outcomes =
                stories.isEmpty()
                        ? List.<StoryOutcome>of().iterator()
                        : casework.append(stories).iterator();
        batch.forEach(waiting -> settle(waiting, outcomes));
        batch.clear();
        characters = 0;
    }

    /// An id that came before: the same row again is there already, another row is a contradiction.
    private void accept(RawRow raw, Verdict.Told told) {
        long id = Fingerprints.of(List.of(told.story().sourceId()));
        long content = Fingerprints.of(raw.fields());
        var earlier = seen.see(id, content);
        if (earlier != Earlier.NONE) {
            // Whether the earlier row is kept is known when its batch is in.
            flush();
            earlier = seen.see(id, content);
        }
        switch (earlier) {
            case NONE -> await(raw, told);
            case SAME -> tally.alreadyThere();
            case DIFFERENT -> await(raw, new Verdict.Rejected(duplicate(told.story())));
        }
    }

    private void await(RawRow raw, Verdict verdict) {
        batch.add(new Waiting(raw, verdict));
        characters += raw.fields().stream().mapToInt(String::length).sum();
        if (batch.size() >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    private void settle(Waiting waiting, Iterator<StoryOutcome> outcomes) {
        switch (waiting.verdict()) {
            case Verdict.Rejected(var why) -> reject(waiting.row(), why);
            case Verdict.Told told -> {
                switch (outcomes.next()) {
                    case StoryOutcome.Added _ -> {
                        tally.added();
                        tally.kept(told.story().problem().flags(), told.comparisons());
                    }
                    case StoryOutcome.AlreadyThere _ -> {
                        tally.alreadyThere();
                        tally.kept(told.story().problem().flags(), told.comparisons());
                    }
                    case StoryOutcome.Rejected(var why) -> {
                        seen.forget(Fingerprints.of(List.of(told.story().sourceId())));
                        reject(waiting.row(), why);
                    }
                }
            }
        }
    }

    private void reject(RawRow row, Refusal why) {
        tally.rejected(why.code());
        rejects.write(row, why);
    }

    private static Refusal duplicate(CaseStory story) {
        return new Refusal(
                "exchange.duplicate-id",
                "An earlier row of the file has the same id (%s) and says something else."
                        .formatted(story.sourceId()),
                "Keep the right one of the two.");
    }
}
