package city.gewu.casework.store;

import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.Happening;
import city.gewu.casework.store.EventRow.Happened;
import city.gewu.engine.ledger.CanonicalBytes;
import city.gewu.engine.ledger.Hash;
import city.gewu.engine.ledger.Hashing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Turns decisions into entries, each carrying the hash of the one before it. Not safe for two
/// threads at once.
public final class CaseChain {

    private final Hashing hashing;
    private final CanonicalBytes bytes = new CanonicalBytes();

    CaseChain(Hashing hashing) {
        this.hashing = hashing;
    }

    /// Who did it, when it was so, and when the ledger was told.
    public record Told(String actor, Instant at, Instant recordedAt) {

        public Told {
            at = at.truncatedTo(ChronoUnit.MICROS);
            recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    public Entry open(CaseFile file, Happening happening, Told told) {
        return link(file, 1, Hash.ZERO, happening, told);
    }

    public Entry next(Kept before, CaseFile file, Happening happening, Told told) {
        return link(file, before.version() + 1, before.head(), happening, told);
    }

    private Entry link(CaseFile file, int seq, Hash previous, Happening happening, Told told) {
        var row = FileColumns.write(file, seq);
        var stateHash = hashing.hash(row.canonical(bytes));
        var happened =
                new Happened(
                        file.id().value(),
                        seq,
                        happening.kind(),
                        told.at(),
                        told.recordedAt(),
                        told.actor(),
                        EventRow.json(happening.details()));
        var hash = hashing.link(previous, happened.canonical(bytes), stateHash);
        return new Entry(file, row, new EventRow(happened, stateHash, hash));
    }
}
