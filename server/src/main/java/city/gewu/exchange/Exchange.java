package city.gewu.exchange;

import city.gewu.territory.Territory.ImportedUnits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Cities and their exports coming in from files (数据交换).
public interface Exchange {

    /// Sets the city up from its file: levels, time zone, calendar, catalogue, departments. The
    /// same file again changes nothing.
    void prepareCity(Path cityFile);

    /// Imports the units of one level the way the city file says, after setting the city up. The
    /// same file again changes nothing. Refused with `exchange.unknown-level` when the city file
    /// does not describe the level.
    ImportedUnits importTerritory(
            Path cityFile, Path geoJson, String level, Consumer<String> warnings);

    /// Reads any city's export of cases through the mapping in the city file. Bad rows go to
    /// `rejects` with their reason; the rest is kept. Safe to kill and to repeat.
    CaseImport importCases(
            Path cityFile, Path csv, Optional<Path> rejects, Consumer<Progress> progress);

    /// How far an import is (进度). Bytes are those of the file on disk.
    record Progress(long rows, long bytesRead, long bytesTotal) {}

    /// What an import did (导入结果).
    ///
    /// @param flagged rows kept with a doubt, by flag
    /// @param rejected rows not kept, by reason code
    /// @param samePlace of the rows whose source names a unit and whose position can be trusted,
    ///   how many lie in that unit, by level: `ward` → [agreeing, compared]
    record CaseImport(
            long read,
            long added,
            long alreadyThere,
            Map<String, Long> flagged,
            Map<String, Long> rejected,
            Map<String, long[]> samePlace,
            Path rejectsFile,
            double seconds) {}
}
