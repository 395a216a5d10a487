package city.gewu.signin.usecase;

import city.gewu.people.Actor;
import city.gewu.platform.Right;
import city.gewu.signin.model.Duty;
import city.gewu.signin.model.SessionRules;
import city.gewu.signin.store.AccountStore.Account;
import java.util.Optional;
import java.util.Set;

/// Who sent a request, as an actor with the posts of today, and what they were known by.
public record SignedInAccount(Account account, Actor actor, Key key) {

    /// What opened the door.
    public sealed interface Key {}

    /// The cookie of a browser.
    ///
    /// @param byProvider whether the city's own sign-in (OpenID Connect) vouched for the person
    /// @param factorShown whether a second factor was shown
    public record Browser(String session, boolean byProvider, boolean factorShown) implements Key {}

    /// The token of a script or of a phone, good for some rights only.
    public record Bearer(String token, Set<Right> rights) implements Key {

        public Bearer {
            rights = Set.copyOf(rights);
        }
    }

    /// Rights beyond which this request cannot go, whatever the person may; empty when nothing but
    /// the person's own rights limits it.
    public Optional<Set<Right>> limitedTo() {
        return key instanceof Bearer(_, Set<Right> rights) ? Optional.of(rights) : Optional.empty();
    }

    /// What must be done before anything else.
    public Optional<Duty> duty() {
        if (mustEnterSecondFactor()) {
            return Optional.of(Duty.ENTER_SECOND_FACTOR);
        }
        if (mustChangePassword()) {
            return Optional.of(Duty.CHANGE_PASSWORD);
        }
        return mustSetUpSecondFactor() ? Optional.of(Duty.SET_UP_SECOND_FACTOR) : Optional.empty();
    }

    public boolean mustEnterSecondFactor() {
        return account.secondFactor() && key instanceof Browser browser && !browser.factorShown();
    }

    /// Whoever came through the provider does not use the password.
    public boolean mustChangePassword() {
        return account.oneTime() && key instanceof Browser browser && !browser.byProvider();
    }

    public boolean mustSetUpSecondFactor() {
        return key instanceof Browser(_, _, boolean factorShown)
                && !factorShown
                && !account.secondFactor()
                && SessionRules.isAdministrator(actor);
    }
}
