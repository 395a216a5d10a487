package city.gewu.signin.web;

import city.gewu.platform.RefusedException;
import city.gewu.signin.usecase.Origin;
import city.gewu.signin.usecase.SignedInAccount;
import city.gewu.signin.usecase.SignedInAccount.Browser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;

/// What a request says about who sent it.
final class Requests {

    /// Why nobody is signed in, for whoever refuses the request.
    static final String WHY_NOBODY = "city.gewu.signin.why-nobody";

    private Requests() {}

    static Origin origin(HttpServletRequest request) {
        return new Origin(
                request.getRemoteAddr(),
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""),
                Cookies.BROWSER.read(request));
    }

    static SignedInAccount signedIn(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof SessionAuthentication session) {
            return session.getPrincipal();
        }
        throw nobody(request);
    }

    /// The session of a browser; a token is not enough for what concerns the account itself.
    static Browser browserSession(SignedInAccount who) {
        if (who.key() instanceof Browser browser) {
            return browser;
        }
        throw tokenNotAllowed();
    }

    static RefusedException nobody(HttpServletRequest request) {
        return request.getAttribute(WHY_NOBODY) instanceof RefusedException why
                ? why
                : new RefusedException(
                        "signin.not-signed-in", "Nobody is signed in.", "Sign in and try again.");
    }

    static RefusedException tokenNotAllowed() {
        return new RefusedException(
                "signin.token-not-allowed",
                "The token is not good for this.",
                "Sign in in a browser, or use a token with the right it takes.");
    }
}
