package city.gewu.people;

import city.gewu.platform.Named;
import java.util.List;

/// One rule of separation (分离规则).
///
/// @param code lower-case kebab: `centres-apart`
/// @param first names of [Post] or of [Separations.Part]; what is in it and something else of
///   `second` are kept apart
/// @param source the clause that asks for it, or empty text
/// @param switchable whether the city may set it on or off
/// @param enforced whether it is in force
public record Separation(
        String code,
        Kind kind,
        List<String> first,
        List<String> second,
        Named words,
        String source,
        boolean switchable,
        boolean enforced) {

    public Separation {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /// What is kept apart.
    public enum Kind {
        /// Posts that one person holds.
        POSTS,
        /// Parts in one matter.
        PARTS
    }

    /// Whether it keeps these two apart, in force or not.
    public boolean separates(String one, String other) {
        return !one.equals(other)
                && ((first.contains(one) && second.contains(other))
                        || (first.contains(other) && second.contains(one)));
    }
}
