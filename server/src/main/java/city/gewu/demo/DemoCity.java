package city.gewu.demo;

import java.util.function.Consumer;

/// Builds the demo city 荆门 in an empty data directory.
public interface DemoCity {

    /// Makes the city unless it is there: territory, departments, accounts, and the days of
    /// problems up to yesterday. A build that was cut off is taken up where it stopped.
    ///
    /// @param days how many days of problems lie behind today
    void build(int days, Consumer<String> progress);
}
