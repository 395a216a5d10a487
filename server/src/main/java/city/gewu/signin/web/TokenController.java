package city.gewu.signin.web;

import static city.gewu.signin.web.Requests.browserSession;
import static city.gewu.signin.web.Requests.signedIn;

import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.signin.store.BearerStore.Bearer;
import city.gewu.signin.usecase.SignedInAccount;
import city.gewu.signin.usecase.Tokens;
import city.gewu.signin.usecase.Tokens.NewToken;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own tokens for scripts.
@RestController
@RequestMapping("/api/tokens")
@Needs(Right.BASICS)
class TokenController {

    private final Tokens tokens;
    private final Territory territory;

    TokenController(Tokens tokens, Territory territory) {
        this.tokens = tokens;
        this.territory = territory;
    }

    /// @param expiresOn the last day it is good, in the city's zone
    record TokenRow(
            String id,
            String name,
            List<Right> rights,
            Instant createdAt,
            LocalDate expiresOn,
            Optional<Instant> lastUsedAt) {}

    record TokenRequest(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 50) List<@NotNull Right> rights,
            @NotNull LocalDate expiresOn) {}

    /// @param token shown once
    record MadeToken(String id, String token) {}

    @GetMapping
    List<TokenRow> list(HttpServletRequest request) {
        var zone = zone();
        return tokens.list(owner(request).account().id()).stream()
                .map(bearer -> row(bearer, zone))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MadeToken make(@Valid @RequestBody TokenRequest wanted, HttpServletRequest request) {
        var made =
                tokens.make(
                        owner(request).actor(),
                        new NewToken(
                                wanted.name().strip(),
                                EnumSet.copyOf(wanted.rights()),
                                wanted.expiresOn()),
                        zone());
        return new MadeToken(made.id(), made.token());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, HttpServletRequest request) {
        tokens.remove(owner(request).account().id(), id);
    }

    /// Whoever sits in front of a browser: a token makes no tokens.
    private static SignedInAccount owner(HttpServletRequest request) {
        var who = signedIn(request);
        browserSession(who);
        return who;
    }

    private ZoneId zone() {
        return territory.findCity().map(City::zone).orElse(ZoneOffset.UTC);
    }

    private static TokenRow row(Bearer bearer, ZoneId zone) {
        return new TokenRow(
                bearer.id(),
                bearer.name(),
                bearer.rights().stream().sorted().toList(),
                bearer.createdAt(),
                bearer.expiresAt().orElse(Instant.MAX).minusMillis(1).atZone(zone).toLocalDate(),
                bearer.lastUsedAt());
    }
}
