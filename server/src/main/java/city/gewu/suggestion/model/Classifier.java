package city.gewu.suggestion.model;

import java.util.List;

/// Ranks the categories a text may be about.
public interface Classifier {

    /// The likeliest first; empty when no word of the text was ever seen.
    List<Ranked> rank(List<Word> text, int limit);
}
