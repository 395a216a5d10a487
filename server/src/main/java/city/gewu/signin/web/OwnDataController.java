package city.gewu.signin.web;

import static city.gewu.signin.web.Requests.browserSession;
import static city.gewu.signin.web.Requests.signedIn;

import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.signin.usecase.Sessions;
import city.gewu.signin.web.OwnSessionsController.OpenSession;
import city.gewu.signin.web.SessionViews.SessionView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A copy of what is kept about oneself as somebody who signs in (个人信息保护法 45).
@RestController
class OwnDataController {

    private final SessionViews views;
    private final Sessions sessions;

    OwnDataController(SessionViews views, Sessions sessions) {
        this.views = views;
        this.sessions = sessions;
    }

    record OwnData(SessionView account, List<OpenSession> sessions) {}

    @Needs(Right.BASICS)
    @GetMapping("/api/session/data")
    OwnData copy(HttpServletRequest request) {
        var who = signedIn(request);
        String current = browserSession(who).session();
        return new OwnData(
                views.of(who),
                sessions.list(who.account().id()).stream()
                        .map(session -> OwnSessionsController.view(session, current))
                        .toList());
    }
}
