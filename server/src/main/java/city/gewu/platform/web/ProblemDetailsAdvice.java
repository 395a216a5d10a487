package city.gewu.platform.web;

import city.gewu.platform.ProblemStatus;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/// Turns every failure into an RFC 9457 problem. What broke inside is told to the log alone, under
/// a number the person can quote.
@RestControllerAdvice
class ProblemDetailsAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemDetailsAdvice.class);

    /// One field of a request that does not hold what it must.
    record Field(String field, String message) {}

    @ExceptionHandler
    ProblemDetail refused(RefusedException e, WebRequest request) {
        var refusal = e.refusal();
        var problem =
                ProblemDetail.forStatusAndDetail(
                        ProblemStatus.of(refusal.code()), refusal.detail());
        return describe(problem, refusal.code(), refusal.advice(), request);
    }

    @ExceptionHandler
    ProblemDetail malformed(IllegalArgumentException e, WebRequest request) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST,
                        e.getMessage() == null ? "The request is malformed." : e.getMessage());
        return describe(
                problem, "request.malformed", "Correct the value and send it again.", request);
    }

    @ExceptionHandler
    @Nullable ProblemDetail broken(Exception e, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            // The person closed the page; nobody is left to tell, and nothing broke.
            return null;
        }
        String incident = UUID.randomUUID().toString();
        log.error("Incident {}", incident, e);
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, "Something broke inside.");
        problem.setProperty("incident", incident);
        return describe(
                problem, "internal", "Try again; if it stays, quote the incident number.", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST,
                        "Some fields (%d) are not filled in as they must be."
                                .formatted(e.getFieldErrorCount()));
        List<Field> fields =
                e.getFieldErrors().stream()
                        .map(error ->
                                new Field(
                                        error.getField(),
                                        String.valueOf(error.getDefaultMessage())))
                        .toList();
        problem.setProperty("fields", fields);
        describe(
                problem, "request.invalid", "Correct the fields named and send it again.", request);
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    /// What Spring MVC itself refuses gets a code and an advice like everything else.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null
                && answer.getBody() instanceof ProblemDetail problem
                && (problem.getProperties() == null
                        || !problem.getProperties().containsKey("code"))) {
            describe(problem, code(status), "Correct the request and send it again.", request);
        }
        return answer;
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "request.not-found";
            case 405 -> "request.bad-method";
            case 406, 415 -> "request.bad-media-type";
            case 413 -> "request.too-large";
            default -> status.is5xxServerError() ? "internal" : "request.malformed";
        };
    }

    private static ProblemDetail describe(
            ProblemDetail problem, String code, String advice, WebRequest request) {
        request.setAttribute(Refusal.ATTRIBUTE, code, RequestAttributes.SCOPE_REQUEST);
        problem.setType(URI.create("/problems/" + code));
        problem.setProperty("code", code);
        problem.setProperty("advice", advice);
        return problem;
    }
}
