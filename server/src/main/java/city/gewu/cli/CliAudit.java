package city.gewu.cli;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.platform.RefusedException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/// Commands that write leave entries in the audit log like requests do. The actor is the user of
/// the machine who ran the command.
final class CliAudit {

    private CliAudit() {}

    /// Does the work, and records it or why it was refused.
    ///
    /// @param details what the work came to, for the log
    static <T> T recorded(
            ApplicationContext context,
            String action,
            String object,
            Supplier<T> work,
            Function<T, Map<String, String>> details) {
        var audit = context.getBean(Audit.class);
        String actor = "cli:" + System.getProperty("user.name", "unknown");
        try {
            var result = work.get();
            audit.record(AuditEntry.done(actor, action, object, details.apply(result)));
            return result;
        } catch (RefusedException e) {
            audit.record(new AuditEntry(actor, action, object, e.refusal().code(), "", Map.of()));
            throw e;
        }
    }
}
