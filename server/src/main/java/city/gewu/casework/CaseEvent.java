package city.gewu.casework;

import java.time.Instant;
import java.util.Map;

/// One thing that happened to a case (案件记录), as the ledger keeps it.
///
/// @param seq 1 for the report, without gaps
/// @param kind past tense, kebab case, never renamed: `reported`, `filed`, `dispatched`, `closed`
/// @param details what the event says, by name; sorted
public record CaseEvent(
        CaseId id, int seq, String kind, Instant at, String actor, Map<String, String> details) {}
