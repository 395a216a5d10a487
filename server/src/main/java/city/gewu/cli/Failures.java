package city.gewu.cli;

import city.gewu.platform.RefusedException;
import java.io.PrintWriter;
import java.net.BindException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/// What a person is told when a command could not do its work: what, where and what to do. Never a
/// stack trace.
final class Failures {

    private static final String DISK_FULL = "53100";

    private Failures() {}

    /// Writes the explanation and answers the exit code.
    static int explain(Throwable failure, PrintWriter err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (explainCause(cause, err)) {
                err.flush();
                return 1;
            }
        }
        err.println("gewu: something broke inside: " + shortly(failure));
        err.println("  The log beside the data (gewu.log) has the details.");
        err.flush();
        LoggerFactory.getLogger(Failures.class).debug("command failed", failure);
        return 1;
    }

    private static boolean explainCause(Throwable cause, PrintWriter err) {
        return switch (cause) {
            case RefusedException refused -> {
                err.println("gewu: " + refused.refusal().detail());
                err.println("  " + refused.refusal().advice());
                err.println("  (" + refused.refusal().code() + ")");
                yield true;
            }
            case PortInUseException port -> {
                err.println("gewu: port %d is in use.".formatted(port.getPort()));
                err.println("  Stop what listens there, or name another with --port.");
                yield true;
            }
            case BindException bind -> {
                err.println("gewu: the port cannot be opened: " + bind.getMessage() + ".");
                err.println("  Name another with --port.");
                yield true;
            }
            case SQLException sql when DISK_FULL.equals(sql.getSQLState()) -> {
                err.println("gewu: the disk is full; what was accepted before is safe.");
                err.println("  Free some space and run the same command again.");
                yield true;
            }
            case SQLException sql when isUnreachable(sql.getSQLState()) -> {
                err.println("gewu: the database cannot be used: " + firstLine(sql.getMessage()));
                err.println("  Check the address, the user and the password given with --db.");
                yield true;
            }
            default -> false;
        };
    }

    private static boolean isUnreachable(@Nullable String state) {
        return state != null
                && (state.startsWith("08") || state.startsWith("28") || state.equals("3D000"));
    }

    private static String shortly(Throwable failure) {
        Throwable root = failure;
        for (var cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root.getClass().getSimpleName() + ": " + firstLine(root.getMessage());
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "no message" : text.lines().findFirst().orElse("");
    }
}
