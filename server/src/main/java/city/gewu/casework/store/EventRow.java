package city.gewu.casework.store;

import city.gewu.casework.CaseEvent;
import city.gewu.casework.CaseId;
import city.gewu.engine.ledger.CanonicalBytes;
import city.gewu.engine.ledger.Hash;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One row of `casework.case_event`: what happened, and its place in the chain.
record EventRow(Happened happened, Hash stateHash, Hash hash) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    /// What is said, before it is hashed.
    ///
    /// @param details JSON object of texts with sorted names, kept to the letter
    record Happened(
            long caseId,
            int seq,
            String kind,
            Instant at,
            Instant recordedAt,
            String actor,
            String details) {

        CanonicalBytes canonical(CanonicalBytes into) {
            return into.clear()
                    .number(caseId)
                    .number(seq)
                    .text(kind)
                    .number(Texts.micros(at))
                    .number(Texts.micros(recordedAt))
                    .text(actor)
                    .text(details);
        }
    }

    static String json(Map<String, String> details) {
        return details.isEmpty() ? "{}" : JSON.writeValueAsString(details);
    }

    CaseEvent toEvent() {
        return new CaseEvent(
                new CaseId(happened.caseId()),
                happened.seq(),
                happened.kind(),
                happened.at(),
                happened.actor(),
                JSON.readValue(happened.details(), DETAILS));
    }

    void write(RowText into) {
        into.value(happened.caseId())
                .value(happened.seq())
                .value(happened.kind())
                .value(happened.at().toString())
                .value(happened.recordedAt().toString())
                .value(happened.actor())
                .value(happened.details())
                .value(stateHash)
                .value(hash);
    }
}
