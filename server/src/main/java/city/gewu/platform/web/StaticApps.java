package city.gewu.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
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

    private static final List<App> APPS =
            List.of(new App("/desk", "desk"), new App("/field", "field"), new App("/m", "citizen"));
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var app : APPS) {
            registry.addResourceHandler(app.path + "/assets/**")
                    .addResourceLocations(app.files() + "assets/")
                    .setCacheControl(FOR_EVER);
            registry.addResourceHandler(app.path + "/**")
                    .addResourceLocations(app.files())
                    .setCacheControl(CacheControl.noCache())
                    .resourceChain(true)
                    .addResolver(new PageOfTheApp());
        }
        // The look of the pages that the server draws itself.
        registry.addResourceHandler("/open/pages/*.css")
                .addResourceLocations("classpath:/pages/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
        registry.addResourceHandler("/favicon*")
                .addResourceLocations("classpath:/META-INF/resources/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
    }

    /// The type of every problem is an address, which leads to the page that explains its code.
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/desk/");
        registry.addRedirectViewController("/problems/{code}", "/desk/problems?code={code}");
        for (var app : APPS) {
            registry.addRedirectViewController(app.path, app.path + "/");
            registry.addViewController(app.path + "/")
                    .setViewName("forward:" + app.path + "/index.html");
        }
    }

    /// @param path where the app stands for people
    /// @param folder where its build stands in the jar
    private record App(String path, String folder) {

        String files() {
            return "classpath:/META-INF/resources/" + folder + "/";
        }
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
