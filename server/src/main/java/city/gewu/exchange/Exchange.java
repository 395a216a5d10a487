package city.gewu.exchange;

import city.gewu.territory.Territory.ImportedUnits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Cities and their exports coming in from files.
public interface Exchange {

    /// Sets the city up from its file: levels, time zone, calendar, catalogue, departments. The
    /// same file again changes nothing.
    void prepareCity(Path cityFile);

    /// Imports the units of one level with the settings the city file has for it.
    ImportedUnits importTerritory(
            Path cityFile, Path geoJson, String level, Consumer<String> warnings);

    /// Reads any city's export of cases through the mapping in the city file. Bad rows go to
    /// `rejects` with their reason; the rest is kept. Safe to kill and to repeat.
    CaseImport importCases(
            Path cityFile, Path csv, Optional<Path> rejects, Consumer<Progress> progress);

    record Progress(long rows, long bytesRead, long bytesTotal) {}

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
