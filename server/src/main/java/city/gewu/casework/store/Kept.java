package city.gewu.casework.store;

import city.gewu.casework.model.CaseFile;
import city.gewu.engine.ledger.Hash;

/// A case as the ledger keeps it.
///
/// @param version sequence number of its last event
/// @param head hash of its last event
public record Kept(CaseFile file, int version, Hash head) {}
