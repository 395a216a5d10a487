package city.gewu.signin.web;

import static city.gewu.signin.web.Requests.browserSession;
import static city.gewu.signin.web.Requests.origin;
import static city.gewu.signin.web.Requests.signedIn;

import city.gewu.audit.Audit;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.Right;
import city.gewu.signin.usecase.Devices;
import city.gewu.signin.usecase.OwnPassword;
import city.gewu.signin.usecase.Sessions;
import city.gewu.signin.usecase.SignIn;
import city.gewu.signin.usecase.SignIn.Credentials;
import city.gewu.signin.usecase.SignedInAccount.Bearer;
import city.gewu.signin.usecase.SignedInAccount.Browser;
import city.gewu.signin.web.SessionViews.SessionView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    private final SignIn signIn;
    private final Sessions sessions;
    private final Devices devices;
    private final OwnPassword passwords;
    private final SessionEntry entry;
    private final SessionViews views;

    SessionController(
            SignIn signIn,
            Sessions sessions,
            Devices devices,
            OwnPassword passwords,
            SessionEntry entry,
            SessionViews views) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
        this.passwords = passwords;
        this.entry = entry;
        this.views = views;
    }

    /// @param code of the second factor, where the account has one
    record SignInRequest(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String password,
            @Size(max = 40) @Nullable String code) {}

    record PasswordChange(
            @NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String next) {}

    record Code(@NotBlank @Size(max = 40) String code) {}

    @OpenToAll("The page asks whether somebody is signed in.")
    @GetMapping
    SessionView current(HttpServletRequest request) {
        return views.of(signedIn(request));
    }

    @OpenToAll("Signing in.")
    @PostMapping
    SessionView signIn(
            @Valid @RequestBody SignInRequest given,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.setAttribute(Audit.TYPED_NAME, given.username());
        var credentials =
                new Credentials(
                        given.username(),
                        given.password(),
                        Optional.ofNullable(given.code()).filter(code -> !code.isBlank()));
        var signedIn = signIn.withPassword(credentials, origin(request));
        entry.write(signedIn, request, response);
        return views.of(signedIn.session().who());
    }

    /// Ends the session of the browser, or the token of the phone that asks.
    @Needs(Right.BASICS)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        var who = signedIn(request);
        switch (who.key()) {
            case Browser browser -> {
                sessions.end(who.account().id(), browser.session());
                Cookies.SESSION.clear(request, response);
            }
            case Bearer bearer -> devices.signOff(who.account().id(), bearer.token());
        }
    }

    @Needs(Right.BASICS)
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody PasswordChange change, HttpServletRequest request) {
        var who = signedIn(request);
        passwords.change(
                who,
                browserSession(who),
                new OwnPassword.Change(change.current(), change.next()),
                origin(request));
    }

    /// For whoever came through the provider without its second factor and has one of ours.
    @PutMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Right.BASICS)
    void enterCode(@Valid @RequestBody Code code, HttpServletRequest request) {
        var who = signedIn(request);
        signIn.enterCode(who, browserSession(who).session(), code.code(), origin(request));
    }
}
