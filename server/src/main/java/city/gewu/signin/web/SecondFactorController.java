package city.gewu.signin.web;

import static city.gewu.signin.web.Requests.browserSession;
import static city.gewu.signin.web.Requests.origin;
import static city.gewu.signin.web.Requests.signedIn;

import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.signin.usecase.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own second factor.
@RestController
@RequestMapping("/api/second-factor")
@Needs(Right.BASICS)
class SecondFactorController {

    private final SecondFactors factors;

    SecondFactorController(SecondFactors factors) {
        this.factors = factors;
    }

    /// @param secret in Base32, to be typed
    /// @param uri the same, to be scanned
    record Begun(String secret, String uri) {}

    record FirstCode(@NotBlank @Size(max = 10) String code) {}

    record Confirmed(List<String> recoveryCodes) {}

    record Removal(
            @NotBlank @Size(max = 200) String password, @NotBlank @Size(max = 40) String code) {}

    @PostMapping
    Begun begin(HttpServletRequest request) {
        var who = signedIn(request);
        browserSession(who);
        var begun = factors.begin(who.account());
        return new Begun(begun.secret(), begun.uri().toString());
    }

    @PutMapping
    Confirmed confirm(@Valid @RequestBody FirstCode first, HttpServletRequest request) {
        var who = signedIn(request);
        return new Confirmed(factors.confirm(who, browserSession(who), first.code().strip()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@Valid @RequestBody Removal removal, HttpServletRequest request) {
        var who = signedIn(request);
        browserSession(who);
        factors.remove(who, removal.password(), removal.code(), origin(request));
    }
}
