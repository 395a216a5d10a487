package city.gewu.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Organisations and accounts.
public interface People {

    void saveDepartment(Department department);

    Optional<Department> findDepartment(String code);

    List<Department> listDepartments();

    /// Makes a local account whose one-time password is given back once and never stored in clear;
    /// it must be changed at the first sign-in. An account that is already there is left as it is
    /// and its password is not given back.
    Optional<OneTimePassword> createAccount(NewAccount account);

    List<AccountSummary> listAccounts();

    /// The actor behind an account id, for events that name only the id.
    Optional<Actor> findActor(String accountId);

    record NewAccount(String username, String displayName, Set<Post> posts, String department) {}

    record OneTimePassword(String username, String displayName, String password) {}

    record AccountSummary(
            String id, String username, String displayName, Set<Post> posts, String department) {}
}
