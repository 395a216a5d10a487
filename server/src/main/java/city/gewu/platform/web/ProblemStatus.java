package city.gewu.platform.web;

import org.springframework.http.HttpStatus;

/// The HTTP status of a refusal: the last word of its code says what kind of no it is.
final class ProblemStatus {

    private ProblemStatus() {}

    static HttpStatus of(String code) {
        String last = code.substring(code.lastIndexOf('.') + 1);
        return switch (last) {
            case "not-signed-in", "wrong-credentials" -> HttpStatus.UNAUTHORIZED;
            case "csrf", "must-change-password" -> HttpStatus.FORBIDDEN;
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
        if (last.startsWith("not-allowed")) {
            return HttpStatus.FORBIDDEN;
        }
        if (last.startsWith("bad-") || last.startsWith("not-a-") || last.startsWith("missing-")) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        if (last.startsWith("too-many-")) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return HttpStatus.CONFLICT;
    }
}
