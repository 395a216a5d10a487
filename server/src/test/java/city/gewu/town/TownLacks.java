package city.gewu.town;

/// A test asked the town it stands in for something that the town has not got.
public final class TownLacks extends AssertionError {

    private static final long serialVersionUID = 1L;

    /// @param what a noun phrase: `a base map`
    public TownLacks(String what) {
        super(
                "The town of this test has not got %s. Give it to the town, or stand in one with a"
                                .formatted(what)
                        + " database.");
    }
}
