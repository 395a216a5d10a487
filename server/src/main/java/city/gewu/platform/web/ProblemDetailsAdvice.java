package city.gewu.platform.web;

import city.gewu.platform.RefusedException;
import java.net.URI;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Turns every failure into an RFC 9457 problem. What broke inside is told to the log alone, under
/// a number the person can quote.
@RestControllerAdvice
class ProblemDetailsAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemDetailsAdvice.class);

    @ExceptionHandler
    ProblemDetail refused(RefusedException e) {
        var refusal = e.refusal();
        var problem = ProblemDetail.forStatusAndDetail(status(refusal.code()), refusal.detail());
        problem.setType(URI.create("/problems/" + refusal.code()));
        problem.setProperty("code", refusal.code());
        problem.setProperty("advice", refusal.advice());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail malformed(IllegalArgumentException e) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST,
                        e.getMessage() == null ? "The request is malformed." : e.getMessage());
        problem.setType(URI.create("/problems/request.malformed"));
        problem.setProperty("code", "request.malformed");
        problem.setProperty("advice", "Correct the value and send it again.");
        return problem;
    }

    @ExceptionHandler
    ProblemDetail broken(Exception e) {
        String incident = UUID.randomUUID().toString();
        log.error("Incident {}", incident, e);
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, "Something broke inside.");
        problem.setType(URI.create("/problems/internal"));
        problem.setProperty("code", "internal");
        problem.setProperty("advice", "Try again; if it stays, quote the incident number.");
        problem.setProperty("incident", incident);
        return problem;
    }

    /// The last word of a code says what kind of no it is.
    private static HttpStatus status(String code) {
        String last = code.substring(code.lastIndexOf('.') + 1);
        if (last.equals("not-found") || last.startsWith("unknown-") || last.startsWith("no-")) {
            return HttpStatus.NOT_FOUND;
        }
        if (last.startsWith("not-allowed")) {
            return HttpStatus.FORBIDDEN;
        }
        if (last.startsWith("bad-") || last.startsWith("not-a-") || last.startsWith("missing-")) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        return HttpStatus.CONFLICT;
    }
}
