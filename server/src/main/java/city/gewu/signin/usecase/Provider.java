package city.gewu.signin.usecase;

import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.signin.model.RandomToken;
import city.gewu.signin.store.VisitStore;
import city.gewu.signin.store.VisitStore.Visit;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/// Signing in through the city's own provider (OpenID Connect, authorization code with PKCE and
/// nonce). The way there is kept for ten minutes, tied to the browser by a cookie, and good once.
@Component
public class Provider {

    private static final Logger log = LoggerFactory.getLogger(Provider.class);
    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);

    private final ProviderSettings settings;
    private final ProviderClient client;
    private final VisitStore visits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /// @param to page of the provider
    /// @param browser token that ties the way back to this browser
    public record Departure(URI to, String browser) {}

    /// What the provider sent back with the person.
    public record Answer(Optional<String> code, Optional<String> state, Optional<String> error) {}

    /// For whom the provider vouches.
    public record Vouched(String username, boolean factorShown) {}

    Provider(ProviderSettings settings, ProviderClient client, VisitStore visits, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.visits = visits;
        this.clock = clock;
    }

    /// What the city calls its provider; empty where it has none.
    public Optional<Named> findName() {
        return settings.isThere() ? Optional.of(settings.name()) : Optional.empty();
    }

    /// Sends somebody to the provider.
    ///
    /// @param redirectUri where they come back
    public Departure depart(String redirectUri) {
        requireProvider();
        var visit =
                new Visit(
                        RandomToken.next(random),
                        RandomToken.next(random),
                        RandomToken.next(random),
                        redirectUri);
        var request = request(visit);
        String browser = RandomToken.next(random);
        visits.insert(RandomToken.hash(browser), visit, clock.instant().plus(ON_THE_WAY));
        return new Departure(URI.create(request.getAuthorizationRequestUri()), browser);
    }

    /// Takes somebody who comes back from the provider.
    ///
    /// @param browser token that [#depart] gave this browser
    public Vouched arrive(Optional<String> browser, Answer answer) {
        requireProvider();
        var visit =
                browser.flatMap(token -> visits.take(RandomToken.hash(token), clock.instant()))
                        .filter(known -> answer.state().filter(known.state()::equals).isPresent())
                        .orElseThrow(() -> bad("the way there was not begun in this browser"));
        if (answer.error().isPresent() || answer.code().isEmpty()) {
            log.info("The provider refused: {}", answer.error().map(Provider::plain).orElse("?"));
            throw bad("it let nobody in");
        }
        var user = client.exchange(visit, request(visit), answer.code().get());
        String username = user.getClaimAsString(settings.usernameClaim());
        if (username == null || username.isBlank()) {
            throw bad("it does not say who it is (%s)".formatted(settings.usernameClaim()));
        }
        return new Vouched(username, factorShown(user.getIdToken().getClaims()));
    }

    private boolean factorShown(Map<String, Object> claims) {
        var said = new ArrayList<Object>();
        if (claims.get("amr") instanceof Collection<?> methods) {
            said.addAll(methods);
        }
        if (claims.get("acr") instanceof String level) {
            said.add(level);
        }
        return said.stream().anyMatch(value -> settings.secondFactorValues().contains(value));
    }

    private OAuth2AuthorizationRequest request(Visit visit) {
        var registration = client.registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(
                                registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(visit.redirectUri())
                .scopes(registration.getScopes())
                .state(visit.state())
                .additionalParameters(
                        Map.of(
                                OidcParameterNames.NONCE,
                                hashed(visit.nonce()),
                                PkceParameterNames.CODE_CHALLENGE,
                                hashed(visit.verifier()),
                                PkceParameterNames.CODE_CHALLENGE_METHOD,
                                "S256"))
                .attributes(
                        Map.of(
                                OidcParameterNames.NONCE,
                                visit.nonce(),
                                PkceParameterNames.CODE_VERIFIER,
                                visit.verifier()))
                .build();
    }

    private static String hashed(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomToken.hash(text));
    }

    private void requireProvider() {
        if (!settings.isThere()) {
            throw new RefusedException(
                    "signin.no-provider",
                    "This city has no provider (gewu.oidc.issuer).",
                    "Sign in with username and password.");
        }
    }

    static RefusedException bad(String why) {
        return new RefusedException(
                "signin.bad-provider-answer",
                "The provider's answer is not taken: %s.".formatted(why),
                "Try again from the sign-in page.");
    }

    /// What a stranger wrote, fit for the log.
    private static String plain(String text) {
        return text.replaceAll("[^a-z_]", "?").substring(0, Math.min(60, text.length()));
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forgetExpired() {
        visits.deleteExpired(clock.instant());
    }
}
