package city.gewu.audit.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The addresses of the application as patterns. A request that was refused at the door never
/// reached its controller, so its pattern is looked up here.
@Component
class KnownRoutes {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<Route> routes;

    private record Route(PathPattern pattern, Set<RequestMethod> methods) {

        boolean serves(String method, PathContainer path) {
            return (methods.isEmpty()
                            || methods.stream().anyMatch(known -> known.name().equals(method)))
                    && pattern.matches(path);
        }
    }

    KnownRoutes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    Optional<String> findPattern(String method, String path) {
        var container = PathContainer.parsePath(path);
        return routes().stream()
                .filter(route -> route.serves(method, container))
                .map(route -> route.pattern().getPatternString())
                .findFirst();
    }

    private List<Route> routes() {
        var known = routes;
        if (known == null) {
            known =
                    mappings.stream()
                            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                            .flatMap(KnownRoutes::routes)
                            .sorted((a, b) -> a.pattern().compareTo(b.pattern()))
                            .toList();
            routes = known;
        }
        return known;
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .map(pattern ->
                        new Route(PathPatternParser.defaultInstance.parse(pattern), methods));
    }
}
