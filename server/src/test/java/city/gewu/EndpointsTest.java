package city.gewu;

import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every address of the application, asked by a stranger who has the page's CSRF token. A new
/// address shows up here as a changed line, closed unless somebody opened it.
class EndpointsTest {

    private static final Path TABLE = Path.of("src/test/resources/golden/endpoints.md");

    @Test
    void whatAStrangerMayReachIsKnown() throws Exception {
        var lines = new TreeSet<String>();
        try (var server = TestServer.start(TestDatabase.freshProperties())) {
            var browser = server.browser();
            var mappings =
                    server.context()
                            .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                            .values();
            for (RequestMappingInfoHandlerMapping mapping : mappings) {
                for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                    for (String path : info.getPatternValues()) {
                        ask(browser, info, path, lines);
                    }
                }
            }
        }
        GoldenFile.check(
                TABLE,
                "# Every address, and what a stranger gets\n\n| address | method | status |\n|---|---|---|\n"
                        + String.join("\n", lines)
                        + "\n");
    }

    private static void ask(
            Browser browser, RequestMappingInfo info, String path, Set<String> lines)
            throws IOException, InterruptedException {
        var methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).sorted().toList();
        for (String method : methods.isEmpty() ? List.of("GET") : methods) {
            String concrete = path.replaceAll("\\{[^}]*}", "1").replace("/**", "/1");
            int status =
                    method.equals("GET")
                            ? browser.get(concrete).statusCode()
                            : browser.send(method, concrete, "{}").statusCode();
            lines.add("| %s | %s | %d |".formatted(path, method, status));
        }
    }
}
