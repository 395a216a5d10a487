package city.gewu.signin.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// Our cookies. No script can read them, and no other site's form sends them along. Over https
/// their name begins with `__Host-`, which ties them to this very host and keeps other hosts of the
/// domain from setting them.
enum Cookies {
    /// The session; gone when the browser is closed.
    SESSION("GEWU_SESSION", Duration.ofSeconds(-1)),
    /// By which a browser is known that was signed in with before.
    BROWSER("GEWU_BROWSER", Duration.ofDays(180)),
    /// Ties the way back from the provider to the browser that went there.
    PROVIDER("GEWU_PROVIDER", Duration.ofMinutes(10));

    private final String plainName;
    private final Duration age;

    Cookies(String plainName, Duration age) {
        this.plainName = plainName;
        this.age = age;
    }

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .findFirst();
    }

    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        add(request, response, value, age);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + plainName : plainName;
    }

    private void add(
            HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie =
                ResponseCookie.from(name(request), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
