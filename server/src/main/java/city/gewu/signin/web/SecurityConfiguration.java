package city.gewu.signin.web;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import city.gewu.platform.RefusedException;
import city.gewu.signin.model.Duty;
import city.gewu.signin.usecase.Bearers;
import city.gewu.signin.usecase.Sessions;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
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
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final String[] PUBLIC = {
        "/",
        "/desk",
        "/desk/**",
        "/field",
        "/field/**",
        "/m",
        "/m/**",
        "/favicon*",
        "/open/**",
        "/tiles/base/**",
        "/actuator/health",
        "/problems/**"
    };

    private static final Set<Duty> EVERY_DUTY = EnumSet.allOf(Duty.class);
    private static final Set<Duty> SETTING_UP =
            EnumSet.of(Duty.CHANGE_PASSWORD, Duty.SET_UP_SECOND_FACTOR);
    private static final Set<Duty> NO_DUTY = EnumSet.noneOf(Duty.class);

    private final HandlerExceptionResolver problems;
    private final RateLimits limits;
    private final boolean httpsRequired;
    private final String wechatPolicy;

    SecurityConfiguration(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            RateLimits limits,
            @Value("${gewu.require-https:false}") boolean httpsRequired,
            @Value("${gewu.wechat.app-id:}") String wechatApp,
            @Value("${gewu.wechat.script:https://res.wx.qq.com/open/js/jweixin-1.6.0.js}")
                    String wechatScript) {
        this.problems = problems;
        this.limits = limits;
        this.httpsRequired = httpsRequired;
        this.wechatPolicy = wechatApp.isBlank() ? "" : allowing(wechatScript);
    }

    /// Requests with a token: no cookie is read or written, so no other site's page can send one.
    @Bean
    @Order(1)
    SecurityFilterChain tokenSecurity(HttpSecurity http, Bearers bearers) {
        return common(http.securityMatcher(BearerFilter::showsToken))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerFilter(bearers), AnonymousAuthenticationFilter.class)
                .build();
    }

    /// Requests of browsers.
    @Bean
    @Order(2)
    SecurityFilterChain security(
            HttpSecurity http, Sessions sessions, CookieCsrfTokenRepository pageTokens) {
        return common(http)
                .csrf(csrf ->
                        csrf.spa()
                                .csrfTokenRepository(pageTokens)
                                // Who is signed in is found out anew for each request; a token
                                // that changed each time would refuse whatever runs beside it.
                                .sessionAuthenticationStrategy(
                                        new NullAuthenticatedSessionStrategy())
                                .ignoringRequestMatchers(request ->
                                        request.getMethod().equals("POST")
                                                && isForStrangers(request.getServletPath())))
                .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
                .build();
    }

    /// What these take in depends on no cookie, so another site's page gains nothing by sending it.
    private static boolean isForStrangers(String path) {
        return path.equals("/api/devices") || path.startsWith("/open/");
    }

    private HttpSecurity common(HttpSecurity http) {
        http.securityContext(context ->
                        context.securityContextRepository(
                                new RequestAttributeSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(this::headers)
                .addFilterBefore(new RateLimitFilter(limits, problems), CsrfFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::openings)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint((request, response, _) ->
                                        problems.resolveException(
                                                request, response, null, Requests.nobody(request)))
                                .accessDeniedHandler((request, response, e) ->
                                        problems.resolveException(
                                                request, response, null, denied(e))));
        return httpsRequired
                ? http.addFilterBefore(new HttpsFilter(problems), RateLimitFilter.class)
                : http;
    }

    private static void openings(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/session", "/api/session/ways")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/signin/oidc", "/signin/oidc/callback")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/session", "/api/devices")
                .permitAll()
                .requestMatchers(HttpMethod.DELETE, "/api/session")
                .access((who, _) -> signedIn(who, EVERY_DUTY))
                .requestMatchers(HttpMethod.PUT, "/api/session/second-factor")
                .access((who, _) -> signedIn(who, EVERY_DUTY))
                .requestMatchers(HttpMethod.PUT, "/api/session/password", "/api/second-factor")
                .access((who, _) -> signedIn(who, SETTING_UP))
                .requestMatchers(HttpMethod.POST, "/api/second-factor")
                .access((who, _) -> signedIn(who, SETTING_UP))
                .anyRequest()
                .access((who, _) -> signedIn(who, NO_DUTY));
    }

    /// @param allowed what the person may still have to do before anything else
    private static AuthorizationDecision signedIn(
            Supplier<? extends @Nullable Authentication> who, Set<Duty> allowed) {
        return new AuthorizationDecision(
                who.get() instanceof SessionAuthentication session
                        && session.duty().map(allowed::contains).orElse(true));
    }

    /// The citizens' page takes WeChat's script too, where the city has an account there.
    private static String allowing(String script) {
        var address = URI.create(script);
        return CONTENT_SECURITY_POLICY.replace(
                "script-src 'self'",
                "script-src 'self' " + address.getScheme() + "://" + address.getRawAuthority());
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        if (!wechatPolicy.isEmpty()) {
            headers.addHeaderWriter((request, response) -> {
                if (request.getServletPath().startsWith("/m/")) {
                    response.setHeader("Content-Security-Policy", wechatPolicy);
                }
            });
        }
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy ->
                        policy.policy(
                                "camera=(self), geolocation=(self), microphone=(),"
                                        + " payment=(), usb=()"))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /// Readable by the page's own script, which sends it back in the header `X-XSRF-TOKEN`. A new
    /// session gets a new one.
    @Bean
    static CookieCsrfTokenRepository pageTokens() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    private static RefusedException denied(AccessDeniedException e) {
        if (e instanceof CsrfException) {
            return new RefusedException(
                    "signin.csrf",
                    "The request does not carry the token (X-XSRF-TOKEN) of this page.",
                    "Load the page again, then repeat what you did.");
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof SessionAuthentication session && session.duty().isPresent()) {
            return owed(session.duty().get(), session.getPrincipal().account().username());
        }
        return new RefusedException(
                "signin.not-allowed",
                "The posts you hold do not allow this.",
                "Ask an administrator if you need it.");
    }

    private static RefusedException owed(Duty duty, String username) {
        return switch (duty) {
            case ENTER_SECOND_FACTOR ->
                    new RefusedException(
                            "signin.must-enter-second-factor",
                            "The code of the second factor of (%s) is still owed."
                                    .formatted(username),
                            "Enter the code that your app shows.");
            case CHANGE_PASSWORD ->
                    new RefusedException(
                            "signin.must-change-password",
                            "The one-time password of (%s) has not been changed yet."
                                    .formatted(username),
                            "Choose a password of your own first.");
            case SET_UP_SECOND_FACTOR ->
                    new RefusedException(
                            "signin.must-set-up-second-factor",
                            "The administrator (%s) has no second factor yet.".formatted(username),
                            "Set one up first.");
        };
    }
}
