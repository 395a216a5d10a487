package city.gewu.audit.web;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.audit.model.ActionName;
import city.gewu.audit.model.ObjectName;
import city.gewu.audit.usecase.Fingerprints;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Records every write and every refused attempt. It stands outside Spring Security, so it sees the
/// answers given at the door as well.
///
/// The entry is durable before a byte of the answer leaves: [HeldResponse] keeps the answer back
/// until the log has it, and when the log cannot take it the answer becomes 503
/// `audit.unavailable`. Only answers to reading requests that are no refusals stream through, and
/// those leave no entry. The write itself was done by then; who asks again under the same
/// Idempotency-Key gets its answer without a second one.
@Component
@ConditionalOnWebApplication
@Order(AuditFilter.OUTSIDE_SECURITY)
class AuditFilter extends OncePerRequestFilter {

    /// Spring Security stands at -100.
    static final int OUTSIDE_SECURITY = -110;

    private static final String NOBODY = "signin.not-signed-in";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Audit audit;
    private final Fingerprints fingerprints;
    private final KnownRoutes routes;
    private final HandlerExceptionResolver problems;

    AuditFilter(
            Audit audit,
            Fingerprints fingerprints,
            KnownRoutes routes,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.audit = audit;
        this.fingerprints = fingerprints;
        this.routes = routes;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return !(isUnder("/api", path)
                || isUnder("/open", path)
                || isUnder("/signin", path)
                || isUnder("/tiles", path));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean writing = isWriting(request);
        var held = new HeldResponse(response, writing);
        try {
            chain.doFilter(request, held);
        } catch (ServletException | IOException | RuntimeException e) {
            if (writing) {
                audit.record(entry(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR));
            }
            throw e;
        }
        if (writing || isAttempt(request, held.getStatus())) {
            try {
                audit.record(entry(request, held.getStatus()));
            } catch (RefusedException e) {
                held.forget();
                problems.resolveException(request, held, null, e);
            }
        }
        held.release();
    }

    /// A sign-in through another system ends in a reading request that opens a session.
    private static boolean isWriting(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) || isUnder("/signin", path(request));
    }

    /// The page asks who is signed in before anybody can be; that is no attempt at anything.
    private static boolean isAttempt(HttpServletRequest request, int status) {
        boolean probe =
                status == HttpServletResponse.SC_UNAUTHORIZED
                        && path(request).equals("/api/session")
                        && NOBODY.equals(request.getAttribute(Refusal.ATTRIBUTE));
        return HeldResponse.isRefusal(status) && !probe;
    }

    private AuditEntry entry(HttpServletRequest request, int status) {
        String path = path(request);
        String method = request.getMethod();
        var pattern = routes.findPattern(method, path);
        var details = Audit.details(request);
        details.put("status", Integer.toString(status));
        if (request.getAttribute(Audit.TYPED_NAME) instanceof String typed) {
            details.put("typed_name", fingerprints.of(typed));
        }
        return new AuditEntry(
                request.getAttribute(Audit.ACTOR) instanceof String actor ? actor : "",
                pattern.map(known -> ActionName.of(method, known))
                        .orElseGet(() -> ActionName.ofUnknown(method)),
                pattern.map(known -> ObjectName.of(known, path)).orElse(path),
                outcome(request, status),
                request.getRemoteAddr(),
                details);
    }

    /// A page that was refused may be answered with a way back.
    private static String outcome(HttpServletRequest request, int status) {
        if (request.getAttribute(Refusal.ATTRIBUTE) instanceof String code) {
            return code;
        }
        return status < HttpServletResponse.SC_BAD_REQUEST
                ? AuditEntry.DONE
                : "request.status-" + status;
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /// Decoded and without dots, as the application itself sees it.
    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
    }
}
