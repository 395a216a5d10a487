package city.gewu.signin;

import city.gewu.people.Post;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Accounts that people sign in with (账号).
public interface Accounts {

    /// Makes a local account with posts in the whole city from today, for the person with the staff
    /// number, who is saved when there is none yet. Its one-time password is given back once and
    /// never stored in clear; it must be changed at the first sign-in. An account that is already
    /// there is left as it is and its password is not given back.
    Optional<OneTimePassword> create(NewAccount account);

    List<AccountSummary> list();

    /// @param username also the staff number of the person
    record NewAccount(String username, String displayName, Set<Post> posts, String department) {}

    record OneTimePassword(String username, String displayName, String password) {}

    /// @param id id of the person, who is the actor of what the account does
    record AccountSummary(String id, String username, String displayName, String department) {}
}
