package city.gewu.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One thing somebody did or tried to do (审计记录). It never holds a password, a token, the body of a
/// request or somebody's personal data.
///
/// Texts are cut to what the log keeps, and characters that nobody can read become spaces: an entry
/// is never lost over what a stranger typed.
///
/// @param actor id of the person or machine: `9f6c…`, `system:retention`, `cli:root`; `anonymous`
///   for somebody who is not signed in
/// @param action what was done, dotted kebab: `cases.commands.create`, `personal-data.open`
/// @param object what it was done to: `cases/17`; empty text for nothing in particular
/// @param outcome `done`, or the code of the refusal
/// @param address where the request came from; empty text for a machine of our own
/// @param details what else there is to know, by name
public record AuditEntry(
        String actor,
        String action,
        String object,
        String outcome,
        String address,
        Map<String, String> details) {

    public static final String DONE = "done";
    public static final String ANONYMOUS = "anonymous";

    private static final int LONGEST = 500;
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    public AuditEntry {
        actor = actor.isBlank() ? ANONYMOUS : readable(actor);
        action = readable(action);
        object = readable(object);
        outcome = readable(outcome);
        address = readable(address);
        var kept = new TreeMap<String, String>();
        details.forEach((name, value) -> kept.put(readable(name), readable(value)));
        details = Map.copyOf(kept);
    }

    /// What a machine of our own did.
    public static AuditEntry done(
            String actor, String action, String object, Map<String, String> details) {
        return new AuditEntry(actor, action, object, DONE, "", details);
    }

    private static String readable(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return UNREADABLE.matcher(cut).replaceAll(" ");
    }
}
