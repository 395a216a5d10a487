package city.gewu.signin.web;

import city.gewu.platform.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriComponentsBuilder;

/// For a city that wants https and nothing else: a page asked for in clear is sent on to its https
/// address, anything else is refused. Health is answered either way, to whoever watches the server
/// from beside it.
final class HttpsFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    HttpsFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.isSecure() || request.getServletPath().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (request.getMethod().equals("GET") && !path.startsWith("/api/")) {
            response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, secure(request).toString());
            return;
        }
        problems.resolveException(
                request,
                response,
                null,
                new RefusedException(
                        "signin.not-allowed-in-clear",
                        "This server answers over https only.",
                        "Use the https address; change the password if you sent one."));
    }

    private static URI secure(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .scheme("https")
                .host(request.getServerName())
                .path(request.getRequestURI())
                .query(request.getQueryString())
                .build(true)
                .toUri();
    }
}
