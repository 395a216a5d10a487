package city.gewu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.database.TestDatabase;
import city.gewu.platform.Readiness;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a watcher is told of a server whose city is still being made.
class ReadinessTest {

    @Test
    void aServerThatListensIsHealthyOnlyWhenItsCityIsOpened() throws Exception {
        var settings =
                Stream.concat(
                        Stream.of(TestDatabase.freshProperties()), Stream.of("gewu.opening=true"));
        try (var server = TestServer.start(settings.toArray(String[]::new))) {
            var watcher = server.browser();
            var before = watcher.get("/actuator/health");
            assertThat(before.statusCode()).isEqualTo(503);
            assertThat(before.body()).contains("OUT_OF_SERVICE");
            server.bean(Readiness.class).open();
            var after = watcher.get("/actuator/health");
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.body()).contains("\"status\":\"UP\"");
        }
    }
}
