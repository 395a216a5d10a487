package city.gewu.assessment.store.archive;

import city.gewu.casework.LedgerProof.SealedDay;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What an archived month says of itself (归档清单): `manifest.json` beside its files.
///
/// @param format of folder and files; 1
/// @param zone the month is counted in it
/// @param levels codes of the city's levels, from the whole city down
/// @param asOf the moment the rows were read; what happened later is not in them
public record Manifest(
        int format,
        String city,
        String zone,
        YearMonth month,
        List<String> levels,
        Instant asOf,
        List<KeptFile> files,
        Proof ledger) {

    public static final int FORMAT = 1;

    public Manifest {
        Objects.requireNonNull(city, "The city is missing.");
        Objects.requireNonNull(zone, "The zone is missing.");
        Objects.requireNonNull(month, "The month is missing.");
        Objects.requireNonNull(asOf, "The moment (asOf) is missing.");
        Objects.requireNonNull(ledger, "The ledger's proof is missing.");
        levels = List.copyOf(levels);
        files = List.copyOf(files);
    }

    /// @param source of the canonical rows
    /// @param file name beside the manifest
    /// @param sha256 of its bytes, hexadecimal
    /// @param columns it has
    public record KeptFile(
            String source, String file, long rows, String sha256, List<String> columns) {

        public KeptFile {
            Objects.requireNonNull(source, "The source of a file is missing.");
            Objects.requireNonNull(file, "The name of a file is missing.");
            Objects.requireNonNull(sha256, "The hash of a file is missing.");
            columns = List.copyOf(columns);
        }
    }

    /// What the ledger answered when the rows were read.
    ///
    /// @param seals of the days on which the month's events were recorded
    /// @param unsealed events of the month recorded on a day that had no seal yet
    public record Proof(long cases, long events, long unsealed, List<SealedDay> seals) {

        public Proof {
            seals = List.copyOf(seals);
        }
    }

    public long rows() {
        return files.stream().mapToLong(KeptFile::rows).sum();
    }

    public Optional<KeptFile> find(String source) {
        return files.stream().filter(it -> it.source().equals(source)).findFirst();
    }
}
