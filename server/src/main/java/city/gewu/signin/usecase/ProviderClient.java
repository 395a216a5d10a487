package city.gewu.signin.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.signin.store.VisitStore.Visit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/// Talks to the provider. It is asked what it can do when somebody first wants to sign in with it,
/// so the server starts while it is down.
@Component
class ProviderClient {

    private static final Logger log = LoggerFactory.getLogger(ProviderClient.class);

    private final ProviderSettings settings;
    private final OidcAuthorizationCodeAuthenticationProvider authentication =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
    private volatile @Nullable ClientRegistration known;

    ProviderClient(ProviderSettings settings) {
        this.settings = settings;
    }

    /// The provider as it described itself. Refused with `signin.provider-unavailable`.
    ClientRegistration registration() {
        var registration = known;
        if (registration == null) {
            registration = discover();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration discover() {
        String secret = settings.clientSecret();
        try {
            return ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                    .registrationId("oidc")
                    .clientId(settings.clientId())
                    .clientSecret(secret)
                    .clientAuthenticationMethod(
                            secret.isEmpty()
                                    ? ClientAuthenticationMethod.NONE
                                    : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .scope("openid", "profile")
                    .build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw unavailable(e);
        }
    }

    /// Exchanges the code for the ID token and checks signature, issuer, audience, nonce and times.
    OidcUser exchange(Visit visit, OAuth2AuthorizationRequest request, String code) {
        var response =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(visit.redirectUri())
                        .state(visit.state())
                        .build();
        try {
            var login =
                    authentication.authenticate(
                            new OAuth2LoginAuthenticationToken(
                                    registration(),
                                    new OAuth2AuthorizationExchange(request, response)));
            if (login != null && login.getPrincipal() instanceof OidcUser user) {
                return user;
            }
        } catch (AuthenticationException e) {
            if (isUnreachable(e)) {
                throw unavailable(e);
            }
            log.warn("The provider's answer is not taken", e);
        }
        throw Provider.bad("its token does not hold");
    }

    private static boolean isUnreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException) {
                return true;
            }
        }
        return false;
    }

    private RefusedException unavailable(Exception e) {
        log.warn("The provider ({}) does not answer: {}", settings.issuer(), e.getMessage());
        return new RefusedException(
                "signin.provider-unavailable",
                "The city's own sign-in does not answer.",
                "Try again later, or sign in with username and password.");
    }
}
