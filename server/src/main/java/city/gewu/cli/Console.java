package city.gewu.cli;

import city.gewu.signin.Accounts.OneTimePassword;
import java.util.Optional;

/// Plain words to the person at the terminal: results to standard output, the rest to standard
/// error.
final class Console {

    private Console() {}

    static void line(String text) {
        System.out.println(text);
        System.out.flush();
    }

    static void warning(String text) {
        System.err.println(text);
    }

    /// One account and its one-time password.
    static void signIn(OneTimePassword one) {
        line(Words.get("sign-in", one.username(), one.displayName(), one.password()));
    }

    /// Whether a person watches, rather than a file or another program.
    static boolean isWatched() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }
}
