package city.gewu.platform.web;

import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Controllers over HTTP without a server, with somebody signed in.
public final class Controllers {

    private Controllers() {}

    /// Whoever `who` names at the moment of a request is signed in.
    public static MockMvcTester signedIn(Supplier<Actor> who, Object... controllers) {
        return MockMvcTester.of(
                List.of(controllers),
                builder ->
                        builder.setControllerAdvice(new ProblemDetailsAdvice())
                                .setCustomArgumentResolvers(new Somebody(who))
                                .build());
    }

    /// The same, for tests that speak to Spring's own client.
    public static MockMvc mvc(Supplier<Actor> who, Object... controllers) {
        return MockMvcBuilders.standaloneSetup(controllers)
                .setControllerAdvice(new ProblemDetailsAdvice())
                .setCustomArgumentResolvers(new Somebody(who))
                .build();
    }

    private record Somebody(Supplier<Actor> who) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(SignedIn.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return who.get();
        }
    }
}
