package city.gewu.exchange.model;

import city.gewu.casework.CaseStory;
import city.gewu.platform.Refusal;
import java.util.List;

/// What became of a row: a story to tell the ledger, or why there is none.
public sealed interface Verdict {

    record Told(CaseStory story, List<Comparison> comparisons) implements Verdict {
        public Told {
            comparisons = List.copyOf(comparisons);
        }
    }

    record Rejected(Refusal why) implements Verdict {}

    /// The unit the source names beside the unit its position lies in.
    record Comparison(String level, boolean agrees) {}
}
