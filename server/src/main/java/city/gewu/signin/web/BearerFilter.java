package city.gewu.signin.web;

import city.gewu.platform.RefusedException;
import city.gewu.signin.usecase.Bearers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts who is behind a token into the request. Cookies that come along do not count.
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Bearers bearers;

    BearerFilter(Bearers bearers) {
        this.bearers = bearers;
    }

    static boolean showsToken(HttpServletRequest request) {
        return token(request).isPresent();
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request)
                .flatMap(bearers::find)
                .ifPresentOrElse(
                        who -> SessionFilter.authenticate(request, who),
                        () -> request.setAttribute(Requests.WHY_NOBODY, notValid()));
        chain.doFilter(request, response);
    }

    private static RefusedException notValid() {
        return new RefusedException(
                "signin.token-not-valid",
                "The token is unknown, expired or removed, or its account is closed.",
                "Ask its owner for a new one.");
    }
}
