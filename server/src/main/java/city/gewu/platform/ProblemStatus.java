package city.gewu.platform;

import org.springframework.http.HttpStatus;

/// The HTTP status of a refusal: the last word of its code says what kind of no it is.
public final class ProblemStatus {

    private ProblemStatus() {}

    public static HttpStatus of(String code) {
        String last = code.substring(code.lastIndexOf('.') + 1);
        return switch (last) {
            case "not-signed-in",
                    "wrong-credentials",
                    "second-factor-required",
                    "code-already-used",
                    "cookie-not-valid",
                    "token-not-valid" ->
                    HttpStatus.UNAUTHORIZED;
            case "csrf", "account-disabled", "token-not-allowed" -> HttpStatus.FORBIDDEN;
            case "not-found" -> HttpStatus.NOT_FOUND;
            case "too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            case "unavailable" -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> byFirstWords(last);
        };
    }

    private static HttpStatus byFirstWords(String last) {
        if (last.startsWith("unknown-") || last.startsWith("no-")) {
            return HttpStatus.NOT_FOUND;
        }
        if (last.startsWith("not-allowed") || last.startsWith("must-")) {
            return HttpStatus.FORBIDDEN;
        }
        if (last.startsWith("bad-") || last.startsWith("not-a-") || last.startsWith("missing-")) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        if (last.endsWith("-unavailable")) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (last.startsWith("too-many-")) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return HttpStatus.CONFLICT;
    }
}
