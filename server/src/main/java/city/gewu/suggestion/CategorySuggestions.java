package city.gewu.suggestion;

import java.util.List;

/// Proposes what a text is about (分类建议).
public interface CategorySuggestions {

    /// At most three categories in force, the likeliest first; none when nothing was learnt of such
    /// words.
    List<Proposed> propose(String text);

    /// A category that a text may be about (建议分类).
    ///
    /// @param probability share of the belief, from 0 to 1
    record Proposed(String category, double probability) {}
}
