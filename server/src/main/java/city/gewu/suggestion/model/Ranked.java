package city.gewu.suggestion.model;

import java.util.List;

/// A category that a text may be about.
///
/// @param probability share of the belief, from 0 to 1
/// @param because words of the text that speak most for it
public record Ranked(String category, double probability, List<String> because) {

    public Ranked {
        because = List.copyOf(because);
    }
}
