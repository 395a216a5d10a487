package city.gewu.signin.web;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import city.gewu.platform.RefusedException;
import city.gewu.signin.usecase.Sessions;
import jakarta.servlet.DispatcherType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// What is open to whom. Everything is closed unless it is opened here: any other address needs a
/// signed-in person whose password is their own, and the right that [RightsInterceptor] asks for.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self';"
                    + " worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self';"
                    + " frame-ancestors 'none'";

    private static final String[] PUBLIC = {
        "/", "/desk", "/desk/**", "/favicon*", "/open/**", "/actuator/health", "/problems/**"
    };

    private final HandlerExceptionResolver problems;

    SecurityConfiguration(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Sessions sessions) {
        return http.securityContext(context ->
                        context.securityContextRepository(
                                new RequestAttributeSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::openings)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint((request, response, _) ->
                                        problems.resolveException(
                                                request, response, null, notSignedIn()))
                                .accessDeniedHandler((request, response, e) ->
                                        problems.resolveException(
                                                request, response, null, denied(e))))
                .build();
    }

    private static void openings(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/session")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/session")
                .permitAll()
                .requestMatchers(HttpMethod.DELETE, "/api/session")
                .authenticated()
                .requestMatchers(HttpMethod.PUT, "/api/session/password")
                .authenticated()
                .anyRequest()
                .access((who, _) -> decide(who));
    }

    private static AuthorizationDecision decide(Supplier<? extends @Nullable Authentication> who) {
        return new AuthorizationDecision(
                who.get() instanceof SessionAuthentication session
                        && !session.mustChangePassword());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy ->
                        policy.policy(
                                "camera=(self), geolocation=(self), microphone=(),"
                                        + " payment=(), usb=()"))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    /// Readable by the page's own script, which sends it back in the header `X-XSRF-TOKEN`.
    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    private static RefusedException notSignedIn() {
        return new RefusedException(
                "signin.not-signed-in", "Nobody is signed in.", "Sign in and try again.");
    }

    private static RefusedException denied(AccessDeniedException e) {
        if (e instanceof CsrfException) {
            return new RefusedException(
                    "signin.csrf",
                    "The request does not carry the token (X-XSRF-TOKEN) of this page.",
                    "Load the page again, then repeat what you did.");
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof SessionAuthentication session && session.mustChangePassword()) {
            return new RefusedException(
                    "signin.must-change-password",
                    "The one-time password of (%s) has not been changed yet."
                            .formatted(session.getPrincipal().account().username()),
                    "Choose a password of your own first.");
        }
        return new RefusedException(
                "signin.not-allowed",
                "The posts you hold do not allow this.",
                "Ask an administrator if you need it.");
    }
}
