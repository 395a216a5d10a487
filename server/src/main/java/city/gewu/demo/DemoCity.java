package city.gewu.demo;

import java.util.function.Consumer;

/// Builds the demo city 荆门 in an empty data directory.
public interface DemoCity {

    /// Makes the city unless it is there: territory, departments, accounts, and the days of
    /// problems up to now. A build that was cut off is taken up where it stopped, with the same
    /// now.
    ///
    /// Refused with `demo.city-in-use` when the data directory holds another city.
    ///
    /// @param days how many whole days of problems lie behind today
    DemoSummary build(int days, Consumer<DemoProgress> progress);
}
