package city.gewu.platform.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the apps that run in the browser out of the jar. Files under `assets` carry a hash in
/// their name and never change; the page itself is asked for again each time.
@Configuration(proxyBeanMethods = false)
class StaticApps implements WebMvcConfigurer {

    private static final String DESK = "classpath:/META-INF/resources/desk/";
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/desk/assets/**")
                .addResourceLocations(DESK + "assets/")
                .setCacheControl(FOR_EVER);
        registry.addResourceHandler("/desk/**")
                .addResourceLocations(DESK)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new PageOfTheApp());
        registry.addResourceHandler("/favicon*")
                .addResourceLocations("classpath:/META-INF/resources/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
    }

    /// The type of every problem is an address, which leads to the page that explains its code.
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/desk/");
        registry.addRedirectViewController("/desk", "/desk/");
        registry.addRedirectViewController("/problems/{code}", "/desk/problems?code={code}");
        registry.addViewController("/desk/").setViewName("forward:/desk/index.html");
    }

    /// An address inside the app (`/desk/cases/7`) is the app's page; a missing file is missing.
    private static final class PageOfTheApp extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            var found = super.getResource(path, location);
            return found != null || path.contains(".")
                    ? found
                    : super.getResource("index.html", location);
        }
    }
}
