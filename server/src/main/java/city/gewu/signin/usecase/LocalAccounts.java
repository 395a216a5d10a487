package city.gewu.signin.usecase;

import city.gewu.people.Post;
import city.gewu.people.Staff;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.Staff.NewPosting;
import city.gewu.platform.RefusedException;
import city.gewu.signin.Accounts;
import city.gewu.signin.model.OneTimePasswords;
import city.gewu.signin.store.AccountStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Local accounts with a password of their own.
@Component
class LocalAccounts implements Accounts {

    private static final Pattern USERNAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,39}");

    private final AccountStore accounts;
    private final Staff staff;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LocalAccounts(
            AccountStore accounts,
            Staff staff,
            Passwords passwords,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<OneTimePassword> create(NewAccount request) {
        String username = username(request.username());
        if (accounts.findByUsername(username).isPresent()) {
            return Optional.empty();
        }
        String password = OneTimePasswords.next(random);
        String hash = passwords.hash(password);
        return transaction.execute(_ -> insert(request, username, hash))
                ? Optional.of(new OneTimePassword(username, request.displayName(), password))
                : Optional.empty();
    }

    /// The username as it is kept; refused with `signin.bad-username` when it can be none.
    static String username(String wanted) {
        String username = wanted.toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(username).matches()) {
            throw new RefusedException(
                    "signin.bad-username",
                    "The username (%s) must be 2 to 40 letters, digits, dots or dashes."
                            .formatted(wanted),
                    "Choose another username.");
        }
        return username;
    }

    private boolean insert(NewAccount request, String username, String hash) {
        var person =
                staff.findPerson(username)
                        .orElseGet(() ->
                                staff.savePerson(
                                        new NewPerson(
                                                username,
                                                request.displayName(),
                                                request.department())));
        var now = clock.instant();
        if (!accounts.insert(person.id(), username, hash, now)) {
            return false;
        }
        for (Post post : request.posts()) {
            staff.post(
                    new NewPosting(
                            username,
                            post,
                            request.department(),
                            "",
                            "",
                            LocalDate.ofInstant(now, ZoneOffset.UTC),
                            Optional.empty()));
        }
        return true;
    }

    @Override
    public List<AccountSummary> list() {
        return accounts.listSummaries();
    }
}
