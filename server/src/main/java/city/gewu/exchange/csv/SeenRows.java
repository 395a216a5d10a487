package city.gewu.exchange.csv;

/// Remembers every id of a file with what its row said, in 64 bytes a row at most: two 64-bit
/// fingerprints in open addressing, a quarter to a half filled.
public final class SeenRows {

    public enum Earlier {
        NONE,
        SAME,
        DIFFERENT
    }

    private static final long NOTHING = 0;

    private long[] slots = new long[1 << 12];
    private int size;

    /// What an earlier row with this id said; a row without one is remembered.
    public Earlier see(long id, long content) {
        if (size * 4 >= slots.length) {
            grow();
        }
        int at = find(slots, fingerprint(id));
        if (slots[at] == NOTHING) {
            slots[at] = fingerprint(id);
            size++;
        }
        if (slots[at + 1] == NOTHING) {
            slots[at + 1] = fingerprint(content);
            return Earlier.NONE;
        }
        return slots[at + 1] == fingerprint(content) ? Earlier.SAME : Earlier.DIFFERENT;
    }

    /// The row was not kept after all: another with its id stands alone.
    public void forget(long id) {
        int at = find(slots, fingerprint(id));
        if (slots[at] != NOTHING) {
            slots[at + 1] = NOTHING;
        }
    }

    private static long fingerprint(long hash) {
        return hash == NOTHING ? 1 : hash;
    }

    private void grow() {
        var wider = new long[slots.length * 2];
        for (int at = 0; at < slots.length; at += 2) {
            if (slots[at] != NOTHING) {
                int to = find(wider, slots[at]);
                wider[to] = slots[at];
                wider[to + 1] = slots[at + 1];
            }
        }
        slots = wider;
    }

    private static int find(long[] slots, long key) {
        int mask = slots.length - 1;
        int at = (int) (key * 2) & mask;
        while (slots[at] != NOTHING && slots[at] != key) {
            at = (at + 2) & mask;
        }
        return at;
    }
}
