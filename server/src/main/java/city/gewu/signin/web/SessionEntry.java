package city.gewu.signin.web;

import city.gewu.audit.Audit;
import city.gewu.signin.usecase.Sessions;
import city.gewu.signin.usecase.SignIn.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Hands a new session to the browser. The one that was open in it ends, and the token is a new
/// one, as is that of the page, so that nobody can plant a session beforehand.
@Component
@ConditionalOnWebApplication
class SessionEntry {

    private final Sessions sessions;
    private final CookieCsrfTokenRepository pageTokens;

    SessionEntry(Sessions sessions, CookieCsrfTokenRepository pageTokens) {
        this.sessions = sessions;
        this.pageTokens = pageTokens;
    }

    void write(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        Cookies.SESSION
                .read(request)
                .ifPresent(token -> sessions.endBehind(token, request.getRemoteAddr()));
        request.setAttribute(Audit.ACTOR, signedIn.session().who().actor().id());
        Cookies.SESSION.write(request, response, signedIn.session().token());
        Cookies.BROWSER.write(request, response, signedIn.browser());
        pageTokens.saveToken(null, request, response);
    }
}
