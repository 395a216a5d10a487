package city.gewu;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The description of the HTTP interface, reviewed as a file.
class OpenApiTest {

    private static final Path FILE = Path.of("../docs/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    @Test
    void theInterfaceIsTheOneInTheFile() throws Exception {
        try (var server = TestServer.start(TestDatabase.freshProperties())) {
            var given =
                    server.bean(Accounts.class)
                            .create(
                                    new NewAccount(
                                            "admin", "管理员", Set.of(Post.SYSTEM_ADMINISTRATOR), ""))
                            .orElseThrow();
            var browser = server.browser();
            browser.signIn("admin", given.password());
            browser.changePassword(given.password(), "blue tram 7 heron");
            browser.setUpSecondFactor();
            var answer = browser.get("/api/openapi");
            assertThat(answer.statusCode()).isEqualTo(200);
            Object sorted = JSON.readValue(answer.body(), Object.class);
            GoldenFile.check(FILE, JSON.writeValueAsString(sorted) + "\n");
        }
    }
}
