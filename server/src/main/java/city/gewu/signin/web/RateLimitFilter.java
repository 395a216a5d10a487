package city.gewu.signin.web;

import city.gewu.platform.RefusedException;
import city.gewu.signin.web.RateLimits.Door;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Turns away whoever knocks too often at what is open to strangers, before anything is looked up.
final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final HandlerExceptionResolver problems;

    RateLimitFilter(RateLimits limits, HandlerExceptionResolver problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait =
                door(request)
                        .map(door -> limits.waitFor(door, request.getRemoteAddr()))
                        .orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = wait.toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.resolveException(
                request,
                response,
                null,
                new RefusedException(
                        "signin.too-many-requests",
                        "Too many requests came from this address; the next is possible in (%d)"
                                        .formatted(seconds)
                                + " seconds.",
                        "Wait, then try again."));
    }

    private static Optional<Door> door(HttpServletRequest request) {
        String path = request.getServletPath();
        return switch (request.getMethod() + " " + path) {
            case "POST /api/session", "PUT /api/session/second-factor" -> Optional.of(Door.SIGN_IN);
            case "POST /api/devices" -> Optional.of(Door.DEVICES);
            case "GET /api/session/ways" -> Optional.of(Door.PUBLIC);
            default -> doorOf(path, request.getMethod().equals("POST"));
        };
    }

    private static Optional<Door> doorOf(String path, boolean writing) {
        if (writing && path.startsWith("/open/")) {
            return Optional.of(Door.OPEN_WRITES);
        }
        if (path.startsWith("/signin/")) {
            return Optional.of(Door.SIGN_IN);
        }
        return path.startsWith("/open/") || path.startsWith("/actuator/")
                ? Optional.of(Door.PUBLIC)
                : Optional.empty();
    }
}
