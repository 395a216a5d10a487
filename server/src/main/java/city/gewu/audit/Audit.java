package city.gewu.audit;

import jakarta.servlet.ServletRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The audit log (审计). Every write over HTTP and every refused attempt comes here by itself; a use
/// case records what a request does not show, such as whose personal data was opened.
public interface Audit {

    /// Attribute of a request: id of the person who sent it, set by whoever recognised them.
    String ACTOR = "city.gewu.audit.actor";

    /// Attribute of a request: the name somebody typed to sign in. People type passwords there, so
    /// the log keeps a keyed fingerprint of it.
    String TYPED_NAME = "city.gewu.audit.typed-name";

    /// Attribute of a request: what [#detail] has gathered.
    String DETAILS = "city.gewu.audit.details";

    /// Adds something to the entry that the request will leave. Never a password, a token or
    /// personal data.
    static void detail(ServletRequest request, String name, String value) {
        var details = new TreeMap<>(details(request));
        details.put(name, value);
        request.setAttribute(DETAILS, Map.copyOf(details));
    }

    /// What was added so far.
    static Map<String, String> details(ServletRequest request) {
        var details = new TreeMap<String, String>();
        if (request.getAttribute(DETAILS) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> details.put(name.toString(), value.toString()));
        }
        return details;
    }

    /// Records the entry; it is durable when the call returns. Refused with `audit.unavailable`
    /// when it cannot be written. It does not take part in a transaction of the caller: what was
    /// tried stays recorded when the transaction is rolled back. Call it outside of one: a caller
    /// that holds a connection keeps it from the writer.
    void record(AuditEntry entry);

    /// Seals every day that is over and not sealed yet; answers how many. Days are those of UTC:
    /// the log is older than any city and its time zone.
    int sealFinishedDays();

    /// Recomputes every hash and every seal. Each broken entry and seal is told to `findings`, in
    /// the order of the log.
    Verification verify(Consumer<String> findings);

    /// What a check of the log found (核验结果).
    record Verification(long entries, long seals, long broken) {}
}
