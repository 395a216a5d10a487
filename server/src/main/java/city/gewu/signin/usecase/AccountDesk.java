package city.gewu.signin.usecase;

import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.Staff;
import city.gewu.platform.RefusedException;
import city.gewu.signin.Accounts.OneTimePassword;
import city.gewu.signin.model.OneTimePasswords;
import city.gewu.signin.store.AccountStore;
import city.gewu.signin.store.AccountStore.Account;
import city.gewu.signin.store.AccountStore.AccountStanding;
import city.gewu.signin.store.BearerStore.Bearer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What administrators do for the accounts of others. Nobody does it for the own account: whoever
/// sits at an open desk could take it over.
@Component
public class AccountDesk {

    private final AccountStore accounts;
    private final Staff staff;
    private final People people;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final KnownBrowsers browsers;
    private final Devices devices;
    private final Bearers bearers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public record ListedAccount(AccountStanding standing, List<Post> posts) {}

    AccountDesk(
            AccountStore accounts,
            Staff staff,
            People people,
            Sessions sessions,
            Passwords passwords,
            SecondFactors factors,
            KnownBrowsers browsers,
            Devices devices,
            Bearers bearers,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.people = people;
        this.sessions = sessions;
        this.passwords = passwords;
        this.factors = factors;
        this.browsers = browsers;
        this.devices = devices;
        this.bearers = bearers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Accounts by username, from behind `after`, whose username or name contains the text.
    public List<ListedAccount> list(@Nullable String text, @Nullable String after, int limit) {
        String pattern =
                text == null || text.isBlank()
                        ? null
                        : "%" + text.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return accounts.listStanding(pattern, after, sessions.seenAfter(), limit).stream()
                .map(standing -> new ListedAccount(standing, postsOf(standing.id())))
                .toList();
    }

    private List<Post> postsOf(String id) {
        return people.findActor(id).stream()
                .flatMap(actor -> actor.posts().stream())
                .sorted()
                .toList();
    }

    /// Makes an account for a person who is there, named by the staff number.
    public OneTimePassword open(String staffNo) {
        var person =
                staff.findPerson(staffNo)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "signin.unknown-person",
                                        "There is no person with the staff number (%s)."
                                                .formatted(staffNo),
                                        "Save the person first, or correct the number."));
        String username = LocalAccounts.username(staffNo);
        String password = OneTimePasswords.next(random);
        String hash = passwords.hash(password);
        if (!accounts.insert(person.id(), username, hash, clock.instant())) {
            throw new RefusedException(
                    "signin.account-there",
                    "The person (%s) has an account.".formatted(staffNo),
                    "Give a new one-time password if the old one is lost.");
        }
        return new OneTimePassword(username, person.name(), password);
    }

    /// Gives a new one-time password; sessions end, and browsers that were known are forgotten.
    public OneTimePassword resetPassword(Actor who, String id) {
        var account = others(who, id);
        String password = OneTimePasswords.next(random);
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(_ -> {
            accounts.changePassword(id, hash, true, clock.instant());
            browsers.forgetAllOf(id);
            sessions.endOthers(id, "");
        });
        sessions.forget();
        return new OneTimePassword(
                account.username(),
                people.findActor(id).map(Actor::displayName).orElse(""),
                password);
    }

    /// Closes an account, or opens it again. Its sessions end; its tokens and phones wait.
    public void disable(Actor who, String id, boolean disabled, String reason) {
        others(who, id);
        transaction.executeWithoutResult(_ -> {
            accounts.disable(
                    id, disabled ? Optional.of(clock.instant()) : Optional.empty(), reason);
            if (disabled) {
                sessions.endOthers(id, "");
            }
        });
        sessions.forget();
        bearers.forget();
    }

    public void endSessions(Actor who, String id) {
        others(who, id);
        sessions.endOthers(id, "");
    }

    public void resetSecondFactor(Actor who, String id) {
        var account = others(who, id);
        if (!account.secondFactor()) {
            throw new RefusedException(
                    "signin.no-second-factor",
                    "The account (%s) has no second factor.".formatted(account.username()),
                    "Load the list again.");
        }
        factors.reset(id);
        sessions.endOthers(id, "");
    }

    public List<Bearer> listDevices(Actor who, String id) {
        others(who, id);
        return devices.list(id);
    }

    public void removeDevice(Actor who, String id, String device) {
        others(who, id);
        devices.remove(id, device);
    }

    /// The account, which must be somebody else's.
    private Account others(Actor who, String id) {
        if (who.id().equals(id)) {
            throw new RefusedException(
                    "signin.own-account",
                    "The account (%s) is your own.".formatted(id),
                    "Use the page of your own account, or ask another administrator.");
        }
        return accounts.findById(id)
                .orElseThrow(() ->
                        new RefusedException(
                                "signin.unknown-account",
                                "There is no account (%s).".formatted(id),
                                "Load the list again."));
    }
}
