package city.gewu.signin.web;

import city.gewu.platform.Right;
import city.gewu.signin.model.Duty;
import city.gewu.signin.usecase.SignedInAccount;
import java.io.Serial;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A signed-in account as Spring Security sees it: every post is an authority.
final class SessionAuthentication extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1L;

    private final transient SignedInAccount account;

    SessionAuthentication(SignedInAccount account) {
        super(
                account.actor().posts().stream()
                        .map(post -> new SimpleGrantedAuthority(post.name()))
                        .toList());
        this.account = account;
        super.setAuthenticated(true);
    }

    @Override
    public SignedInAccount getPrincipal() {
        return account;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionAuthentication that && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }

    /// Rights beyond which this request cannot go; empty for a browser, which has all of the
    /// person's.
    Optional<Set<Right>> limitedTo() {
        return account.limitedTo();
    }

    /// What must be done before anything else.
    Optional<Duty> duty() {
        return account.duty();
    }
}
