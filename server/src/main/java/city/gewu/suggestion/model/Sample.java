package city.gewu.suggestion.model;

/// A case whose category is known.
public record Sample(long id, String category, String text) {

    /// Whether it is kept apart to measure with: one in five, by a hash of its id, so that it stays
    /// apart for ever.
    public boolean isHeldOut() {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return Long.remainderUnsigned(mixed >>> 32, 5) == 0;
    }
}
