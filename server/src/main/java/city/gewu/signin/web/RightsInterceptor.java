package city.gewu.signin.web;

import city.gewu.people.Rights;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Asks of every request the right that its address [Needs]. The application does not start with an
/// address of its own that says neither what it needs nor why it is open to all.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RightsInterceptor
        implements WebMvcConfigurer, HandlerInterceptor, SmartInitializingSingleton {

    private static final String OURS = "city.gewu.";
    private static final String API_DESCRIPTION = "org.springdoc.";

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    RightsInterceptor(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(RightsInterceptor::isOurs)
                .filter(method -> !isOpen(method) && findNeed(method).isEmpty())
                .findFirst()
                .ifPresent(method -> {
                    throw new IllegalStateException(
                            "The address of %s says neither @Needs nor @OpenToAll."
                                    .formatted(method));
                });
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !isOpen(method)) {
            findNeed(method).ifPresent(RightsInterceptor::require);
        }
        return true;
    }

    private static void require(Right right) {
        if (SecurityContextHolder.getContext().getAuthentication()
                        instanceof SessionAuthentication who
                && Rights.has(who.getPrincipal().actor(), right)) {
            if (who.limitedTo().map(rights -> rights.contains(right)).orElse(true)) {
                return;
            }
            throw Requests.tokenNotAllowed();
        }
        throw new RefusedException(
                "signin.not-allowed",
                "The posts you hold do not give the right (%s).".formatted(right),
                "Ask the security administrator for a posting that gives it.");
    }

    /// What an address needs; the pages' files and the health answer are opened by the filter
    /// alone.
    private static Optional<Right> findNeed(HandlerMethod method) {
        if (method.getBeanType().getName().startsWith(API_DESCRIPTION)) {
            return Optional.of(Right.READ_API);
        }
        return Optional.ofNullable(annotation(method, Needs.class)).map(Needs::value);
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(OpenToAll.class);
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A annotation(
            HandlerMethod method, Class<A> type) {
        A own = method.getMethodAnnotation(type);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}
