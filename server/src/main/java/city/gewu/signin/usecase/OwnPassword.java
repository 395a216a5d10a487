package city.gewu.signin.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.signin.model.PasswordRules;
import city.gewu.signin.store.AccountStore;
import city.gewu.signin.usecase.SignedInAccount.Browser;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Changing one's own password.
@Component
public class OwnPassword {

    private final AccountStore accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Gatekeeper gatekeeper;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnPassword(
            AccountStore accounts,
            Sessions sessions,
            Passwords passwords,
            Gatekeeper gatekeeper,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.gatekeeper = gatekeeper;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    public record Change(String current, String next) {}

    /// Changes the password and ends every other session of the account.
    public void change(SignedInAccount who, Browser session, Change change, Origin origin) {
        var account = who.account();
        var passage = gatekeeper.enter(account.username(), Optional.of(account), origin);
        if (!passwords.matches(change.current(), account.passwordHash())) {
            gatekeeper.failed(passage);
            throw new RefusedException(
                    "signin.bad-current-password",
                    "The current password is wrong.",
                    "Type the password you signed in with.");
        }
        gatekeeper.succeeded(passage);
        PasswordRules.check(words(account.username()), change.current(), change.next())
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
        String changed = passwords.hash(change.next());
        transaction.executeWithoutResult(_ -> {
            accounts.changePassword(account.id(), changed, false, clock.instant());
            sessions.endOthers(account.id(), session.session());
        });
        sessions.forget();
    }

    private List<String> words(String username) {
        return Stream.concat(
                        Stream.of(username),
                        territory.findCity().stream()
                                .flatMap(city ->
                                        Stream.of(city.code(), city.name().zh(), city.name().en())))
                .toList();
    }
}
