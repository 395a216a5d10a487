package city.gewu.audit.store;

import city.gewu.engine.ledger.CanonicalBytes;
import city.gewu.engine.ledger.Hash;
import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// An entry in its place in the chain.
///
/// @param details JSON, as it is hashed
/// @param hash over everything else and the hash of the entry before it
public record LoggedEntry(
        long seq,
        Instant at,
        String actor,
        String action,
        String object,
        String outcome,
        String address,
        String details,
        Hash hash) {

    CanonicalBytes canonical(CanonicalBytes bytes) {
        return bytes.clear()
                .number(seq)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .text(actor)
                .text(action)
                .text(object)
                .text(outcome)
                .text(address)
                .text(details);
    }

    LoggedEntry sealed(Hash by) {
        return new LoggedEntry(seq, at, actor, action, object, outcome, address, details, by);
    }

    static LoggedEntry read(ResultSet row, int number) throws SQLException {
        return new LoggedEntry(
                row.getLong("seq"),
                Moments.instant(row, "at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                row.getString("outcome"),
                row.getString("address"),
                row.getString("details"),
                Hash.of(row.getBytes("hash")));
    }
}
