package city.gewu.signin.web;

import city.gewu.audit.Audit;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.signin.usecase.Sessions;
import city.gewu.signin.usecase.Sessions.SignedInAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and one's own password.
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final Sessions sessions;
    private final People people;

    SessionController(Sessions sessions, People people) {
        this.sessions = sessions;
        this.people = people;
    }

    record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String password) {}

    record PasswordChange(
            @NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String next) {}

    record SessionView(AccountView account, boolean mustChangePassword) {}

    record AccountView(
            String id,
            String username,
            String displayName,
            List<Post> posts,
            String department,
            Named departmentName) {}

    @OpenToAll("The page asks whether somebody is signed in.")
    @GetMapping
    SessionView current() {
        return view(signedIn());
    }

    @OpenToAll("Signing in.")
    @PostMapping
    SessionView signIn(
            @Valid @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.setAttribute(Audit.TYPED_NAME, credentials.username());
        var account =
                sessions.signIn(
                        credentials.username(), credentials.password(), request.getRemoteAddr());
        SessionCookie.read(request).ifPresent(sessions::signOut);
        SessionCookie.write(request, response, account.token());
        request.setAttribute(Audit.ACTOR, account.actor().id());
        return view(account);
    }

    @Needs(Right.BASICS)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.signOut(signedIn().token());
        SessionCookie.clear(request, response);
    }

    @Needs(Right.BASICS)
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody PasswordChange change, HttpServletRequest request) {
        sessions.changePassword(
                signedIn(), change.current(), change.next(), request.getRemoteAddr());
    }

    private SessionView view(SignedInAccount who) {
        var account = who.account();
        var actor = who.actor();
        return new SessionView(
                new AccountView(
                        actor.id(),
                        account.username(),
                        actor.displayName(),
                        actor.posts().stream().sorted().toList(),
                        actor.department(),
                        people.findDepartment(actor.department())
                                .map(Department::name)
                                .orElse(new Named("", ""))),
                account.oneTime());
    }

    private static SignedInAccount signedIn() {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof SessionAuthentication session) {
            return session.getPrincipal();
        }
        throw new RefusedException(
                "signin.not-signed-in", "Nobody is signed in.", "Sign in and try again.");
    }
}
