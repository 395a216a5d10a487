package city.gewu.assessment;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;

/// Closed months as files, apart from the database (归档).
public interface MonthArchive {

    /// Writes the months of this city that are over and not in the folder yet, or one. A month that
    /// is there is left as it is. Refused with `archive.bad-month`, `archive.month-open` before a
    /// month is over, `archive.seal-broken` when the ledger does not prove the month,
    /// `archive.busy`, or `archive.unreadable`.
    ///
    /// @param month `2026-09`; empty for all
    void keep(Path folder, Optional<String> month, Told told);

    /// Proves every month in a folder: its files by the manifest, the manifests of this city by
    /// what it has written and by the seals of the ledger. Each fault is told to `findings`.
    Proved verify(Path folder, Consumer<String> findings);

    /// Hears how the work goes.
    interface Told {

        /// @param rows of the month so far
        void working(YearMonth month, long rows);

        void kept(KeptMonth month);
    }

    /// @param added whether it was written now
    /// @param unsealed events of the month whose day of recording has no seal yet
    record KeptMonth(YearMonth month, boolean added, long rows, int seals, long unsealed) {}

    /// @param foreign months of other cities, whose ledger is not here
    record Proved(int months, int foreign, long rows, int seals, long broken) {}
}
