package city.gewu.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Proof that a part of the ledger is what was recorded, for whoever takes figures out of it.
public interface LedgerProof {

    /// Recomputes what stands behind the facts of a span of time: hashes and state of every case
    /// that was alive or fell due in it, and the seals of the days on which its events were
    /// recorded. It reads in the transaction of the caller, when there is one. Each fault is told
    /// to `findings`.
    ///
    /// @param to exclusive
    SpanVerification verify(Instant from, Instant to, Consumer<String> findings);

    /// The seal of a day as the ledger holds it.
    Optional<SealedDay> findSeal(LocalDate day);

    /// @param root of the Merkle tree over the day's events, hexadecimal
    record SealedDay(LocalDate day, long events, String root) {}

    /// @param seals those that stand behind the span, by day
    /// @param unsealed events of the span that were recorded on a day that has no seal yet
    record SpanVerification(
            long cases, long events, List<SealedDay> seals, long unsealed, long broken) {

        public SpanVerification {
            seals = List.copyOf(seals);
        }
    }
}
