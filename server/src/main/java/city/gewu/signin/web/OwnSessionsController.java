package city.gewu.signin.web;

import static city.gewu.signin.web.Requests.browserSession;
import static city.gewu.signin.web.Requests.signedIn;

import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.signin.store.SessionStore.StoredSession;
import city.gewu.signin.usecase.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where one is signed in, and ending it.
@RestController
@RequestMapping("/api/sessions")
@Needs(Right.BASICS)
class OwnSessionsController {

    private final Sessions sessions;

    OwnSessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    /// @param agent what the browser calls itself
    /// @param current whether this request came from it
    record OpenSession(
            String id,
            Instant startedAt,
            Instant lastSeenAt,
            String address,
            String agent,
            boolean current) {}

    @GetMapping
    List<OpenSession> list(HttpServletRequest request) {
        var who = signedIn(request);
        String current = browserSession(who).session();
        return sessions.list(who.account().id()).stream()
                .map(session -> view(session, current))
                .toList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var who = signedIn(request);
        String current = browserSession(who).session();
        sessions.end(who.account().id(), id);
        if (id.equals(current)) {
            Cookies.SESSION.clear(request, response);
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(HttpServletRequest request) {
        var who = signedIn(request);
        sessions.endOthers(who.account().id(), browserSession(who).session());
    }

    static OpenSession view(StoredSession session, String current) {
        return new OpenSession(
                session.id(),
                session.startedAt(),
                session.lastSeenAt(),
                session.opening().address(),
                session.opening().agent(),
                session.id().equals(current));
    }
}
