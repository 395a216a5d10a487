package city.gewu.signin.web;

import city.gewu.audit.Audit;
import city.gewu.platform.RefusedException;
import city.gewu.signin.usecase.Sessions;
import city.gewu.signin.usecase.SignedInAccount;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts who is signed in into the request. A cookie that is over or that nobody was given is taken
/// back, and the request goes on as a stranger's.
final class SessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var cookie = Cookies.SESSION.read(request);
        if (cookie.isPresent()) {
            switch (sessions.find(cookie.get(), request.getRemoteAddr())) {
                case Sessions.Open(var who) -> authenticate(request, who);
                case Sessions.Over _ -> refuse(request, response, over());
                case Sessions.Unknown _ -> refuse(request, response, unknown());
            }
        }
        chain.doFilter(request, response);
    }

    static void authenticate(HttpServletRequest request, SignedInAccount who) {
        request.setAttribute(Audit.ACTOR, who.actor().id());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SessionAuthentication(who));
        SecurityContextHolder.setContext(context);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, RefusedException why) {
        Cookies.SESSION.clear(request, response);
        request.setAttribute(Requests.WHY_NOBODY, why);
    }

    private static RefusedException over() {
        return new RefusedException(
                "signin.not-signed-in", "The session is over.", "Sign in and try again.");
    }

    private static RefusedException unknown() {
        return new RefusedException(
                "signin.cookie-not-valid",
                "The cookie of the session was not given by this server, or it was altered.",
                "Sign in and try again.");
    }
}
