package city.gewu.engine.track;

/// Why a point does not count, or what is to be known of it. A marked point is never taken away.
public enum Mark {
    /// The phone knew its place worse than the limit. Does not count.
    INACCURATE(1, false),
    /// Another program made the position up. Does not count.
    MOCKED(2, false),
    /// Too far from the last point that counts to have been walked or driven. Does not count.
    JUMP(4, false),
    /// At a moment that another point has already. Does not count.
    DOUBLED(8, false),
    /// The first after a time without any point; the way in between is not counted.
    AFTER_GAP(16, true);

    private final int bit;
    private final boolean counts;

    Mark(int bit, boolean counts) {
        this.bit = bit;
        this.counts = counts;
    }

    /// Whether a point with only such marks counts.
    public boolean counts() {
        return counts;
    }

    /// Its bit in a set of marks, as the database keeps them: never changed.
    public int bit() {
        return bit;
    }
}
