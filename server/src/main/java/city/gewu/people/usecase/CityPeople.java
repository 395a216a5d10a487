package city.gewu.people.usecase;

import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.model.OneTimePasswords;
import city.gewu.people.store.AccountStore;
import city.gewu.people.store.AccountStore.Account;
import city.gewu.people.store.DepartmentStore;
import city.gewu.platform.RefusedException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Departments, kept in memory once read, and accounts.
@Component
class CityPeople implements People {

    private static final Pattern USERNAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,39}");

    private final DepartmentStore departments;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Map<String, Department> known;

    CityPeople(
            DepartmentStore departments, AccountStore accounts, Passwords passwords, Clock clock) {
        this.departments = departments;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void saveDepartment(Department department) {
        departments.save(department);
        known = null;
    }

    @Override
    public Optional<Department> findDepartment(String code) {
        return Optional.ofNullable(departments().get(code));
    }

    @Override
    public List<Department> listDepartments() {
        return List.copyOf(departments().values());
    }

    private Map<String, Department> departments() {
        var read = known;
        if (read == null) {
            read = new LinkedHashMap<>();
            for (Department department : departments.list()) {
                read.put(department.code(), department);
            }
            known = read;
        }
        return read;
    }

    @Override
    public Optional<OneTimePassword> createAccount(NewAccount request) {
        String username = request.username().toLowerCase(Locale.ROOT);
        requireGood(request, username);
        if (accounts.findByUsername(username).isPresent()) {
            return Optional.empty();
        }
        String password = OneTimePasswords.next(random);
        var account =
                new Account(
                        new Actor(
                                UUID.randomUUID().toString(),
                                request.displayName(),
                                request.posts(),
                                request.department()),
                        username,
                        passwords.hash(password),
                        true);
        return accounts.insert(account, clock.instant())
                ? Optional.of(new OneTimePassword(username, request.displayName(), password))
                : Optional.empty();
    }

    private void requireGood(NewAccount request, String username) {
        if (!USERNAME.matcher(username).matches()) {
            throw new RefusedException(
                    "people.bad-username",
                    "The username (%s) must be 2 to 40 letters, digits, dots or dashes."
                            .formatted(request.username()),
                    "Choose another username.");
        }
        if (!request.department().isEmpty() && findDepartment(request.department()).isEmpty()) {
            throw new RefusedException(
                    "people.unknown-department",
                    "The department (%s) of the account (%s) is not known."
                            .formatted(request.department(), request.username()),
                    "Save the department first, or correct its code.");
        }
    }

    @Override
    public List<AccountSummary> listAccounts() {
        return accounts.list().stream()
                .map(account ->
                        new AccountSummary(
                                account.actor().id(),
                                account.username(),
                                account.actor().displayName(),
                                account.actor().posts(),
                                account.actor().department()))
                .toList();
    }

    @Override
    public Optional<Actor> findActor(String accountId) {
        return accounts.findById(accountId).map(Account::actor);
    }
}
