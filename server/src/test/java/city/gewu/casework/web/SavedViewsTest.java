package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.web.Controllers;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists that people keep, over HTTP.
class SavedViewsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LATE =
            """
            {"name":"%s"%s,"asked":{"view":"handling","standing":"late","q":" "},
             "columns":["number","review"]}
            """;

    private AnnotationConfigApplicationContext context;
    private MockMvcTester http;
    private Actor who = CityFixture.DISPATCHER;

    @BeforeEach
    void open() {
        context = new SmallCity().open(TestDatabase.fresh());
        http =
                Controllers.signedIn(
                        () -> who,
                        context.getBean(SavedViewController.class),
                        context.getBean(CaseExportController.class));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aListIsKeptUnderItsNameAndReplacedUnderIt() {
        assertThat(saved(LATE.formatted("晚", ""))).hasStatusOk();
        var again = json(saved(LATE.formatted("晚", "").replace("late", "due_soon")));
        var kept = list();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0)).isEqualTo(again);
        assertThat(kept.get(0).get("asked").toString())
                .isEqualTo("{\"standing\":\"due_soon\",\"view\":\"handling\"}");
        assertThat(kept.get(0).get("columns").toString()).isEqualTo("[\"number\",\"review\"]");
        assertThat(kept.get(0).get("mine").asBoolean()).isTrue();
    }

    @Test
    void aListOfOnesOwnIsNobodyElses() {
        saved(LATE.formatted("mine", ""));
        who = new Actor("other", "other", Set.of(Post.DISPATCHER), "");
        assertThat(list()).isEmpty();
    }

    @Test
    void aSharedListIsSeenAtThePostOfThatOrganisationAndChangedByItsKeeperAlone() {
        who = CityFixture.HANDLER;
        long id = json(saved(LATE.formatted("roads", ",\"post\":\"HANDLER\""))).get("id").asLong();

        who = new Actor("colleague", "colleague", Set.of(Post.HANDLER), "roads");
        assertThat(list()).hasSize(1);
        assertThat(list().get(0).get("mine").asBoolean()).isFalse();
        assertThat(list().get(0).get("ownerName").asString()).isEqualTo("handler");
        assertRefused(remove(id), 404, "casework.unknown-saved-view");

        who = CityFixture.GARDENER;
        assertThat(list()).isEmpty();
        who = CityFixture.HANDLER;
        assertThat(remove(id)).hasStatus(204);
        assertThat(list()).isEmpty();
    }

    @Test
    void nobodySharesWithAPostTheyDoNotHold() {
        assertRefused(
                saved(LATE.formatted("x", ",\"post\":\"SHIFT_LEAD\"")),
                403,
                "casework.not-allowed-post");
    }

    @Test
    void whatTheListWouldRefuseIsNotKept() {
        assertRefused(
                saved(LATE.formatted("x", "").replace("\"late\"", "\"never\"")),
                404,
                "casework.unknown-filter");
        assertRefused(
                saved(LATE.formatted("x", "").replace("\"q\"", "\"colour\"")),
                404,
                "casework.unknown-filter");
        assertRefused(
                saved(LATE.formatted("x", "").replace("\"review\"", "\"shoe-size\"")),
                404,
                "casework.unknown-filter");
        assertThat(saved(LATE.formatted(" ", ""))).hasStatus(400);
        assertThat(list()).isEmpty();
    }

    @Test
    void noMoreThanFiftyAreKept() {
        for (int i = 0; i < 50; i++) {
            saved(LATE.formatted("list " + i, ""));
        }
        assertRefused(saved(LATE.formatted("one more", "")), 409, "casework.views-spent");
        assertThat(saved(LATE.formatted("list 7", ""))).hasStatusOk();
    }

    @Test
    void aFileHasTheColumnsOfTheListInTheirOrder() {
        var file =
                body(
                        http.get()
                                .uri("/api/cases/export.csv?columns=review,number,time&lang=en")
                                .exchange());
        assertThat(file.substring(1).strip()).isEqualTo("Review on,Case,Due at,Clock");
        assertRefused(
                http.get().uri("/api/cases/export.csv?columns=nonsense").exchange(),
                404,
                "casework.unknown-filter");
    }

    private MvcTestResult saved(String body) {
        return http.post()
                .uri("/api/cases/views")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult remove(long id) {
        return http.delete().uri("/api/cases/views/" + id).exchange();
    }

    private JsonNode list() {
        return json(http.get().uri("/api/cases/views").exchange());
    }

    private static void assertRefused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
    }

    private static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(body(answer));
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
