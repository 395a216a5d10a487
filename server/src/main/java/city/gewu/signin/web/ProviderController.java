package city.gewu.signin.web;

import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import city.gewu.signin.usecase.Provider;
import city.gewu.signin.usecase.Provider.Answer;
import city.gewu.signin.usecase.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Signing in through the city's own provider. People come here with a page, so a refusal takes
/// them back to the sign-in page, which says why.
@RestController
class ProviderController {

    private static final String START = "/signin/oidc";
    private static final String BACK = "/signin/oidc/callback";

    private final Provider provider;
    private final SignIn signIn;
    private final SessionEntry entry;

    ProviderController(Provider provider, SignIn signIn, SessionEntry entry) {
        this.provider = provider;
        this.signIn = signIn;
        this.entry = entry;
    }

    /// @param start where a browser goes to sign in
    record OidcWay(Named name, String start) {}

    /// Ways to sign in.
    record Ways(boolean password, Optional<OidcWay> oidc) {}

    @GetMapping("/api/session/ways")
    @OpenToAll("The sign-in page shows them.")
    Ways ways() {
        return new Ways(true, provider.findName().map(name -> new OidcWay(name, START)));
    }

    @GetMapping(START)
    @OpenToAll("Signing in.")
    ResponseEntity<Void> depart(HttpServletRequest request, HttpServletResponse response) {
        try {
            var departure = provider.depart(address(request, BACK));
            Cookies.PROVIDER.write(request, response, departure.browser());
            return seeOther(departure.to());
        } catch (RefusedException e) {
            return backWith(e, request);
        }
    }

    @GetMapping(BACK)
    @OpenToAll("Signing in.")
    ResponseEntity<Void> arrive(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        var browser = Cookies.PROVIDER.read(request);
        Cookies.PROVIDER.clear(request, response);
        try {
            var vouched =
                    provider.arrive(
                            browser,
                            new Answer(
                                    Optional.ofNullable(code),
                                    Optional.ofNullable(state),
                                    Optional.ofNullable(error)));
            var signedIn =
                    signIn.withProvider(
                            vouched.username(), vouched.factorShown(), Requests.origin(request));
            entry.write(signedIn, request, response);
            return seeOther(URI.create("/desk/"));
        } catch (RefusedException e) {
            return backWith(e, request);
        }
    }

    /// The audit log learns of the refusal although the answer is a way back.
    private static ResponseEntity<Void> backWith(RefusedException e, HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            throw e;
        }
        request.setAttribute(Refusal.ATTRIBUTE, e.refusal().code());
        return seeOther(URI.create("/desk/sign-in?problem=" + e.refusal().code()));
    }

    private static ResponseEntity<Void> seeOther(URI to) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(to).build();
    }

    private static String address(HttpServletRequest request, String path) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path(path)
                .build()
                .toUriString();
    }
}
