package city.gewu.casework.model;

import city.gewu.casework.CaseCommand;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a command at the edges: `ReturnToDispatcher` is `return-to-dispatcher`.
public final class CommandName {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private CommandName() {}

    public static String of(CaseCommand command) {
        return of(command.getClass());
    }

    public static String of(Class<?> type) {
        return HUMP.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
