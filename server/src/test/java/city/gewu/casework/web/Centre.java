package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.platform.web.Controllers;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The people of a centre and of its departments over HTTP, one of them at a time.
final class Centre implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String LAMP =
            """
            {"source":"SUPERVISOR","category":"E0113","condition":"1",
             "description":"象山大道路灯不亮","address":"象山大道12号","position":[112.2035,31.0312],
             "photos":[]}
            """;
    static final String PHOTO = "ab".repeat(32);

    final MockMvcTester http;

    /// Who sits at the desk.
    Actor who = CityFixture.SUPERVISOR;

    private final SmallCity city = new SmallCity();
    private final AnnotationConfigApplicationContext context;

    Centre() {
        context = city.open(TestDatabase.fresh());
        http =
                Controllers.signedIn(
                        () -> who,
                        context.getBean(CaseController.class),
                        context.getBean(CommandController.class),
                        context.getBean(SealController.class));
    }

    @Override
    public void close() {
        context.close();
    }

    void pass(Duration time) {
        city.pass(time);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Centre as(Actor actor) {
        who = actor;
        return this;
    }

    /// A lamp that a supervisor reported.
    JsonNode reported() {
        var answer = report(LAMP);
        assertThat(answer).hasStatus(201);
        return json(answer);
    }

    MvcTestResult report(String json) {
        who = CityFixture.SUPERVISOR;
        return report(UUID.randomUUID().toString(), json);
    }

    MvcTestResult report(String key, String body) {
        return http.post()
                .uri("/api/cases")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    JsonNode open(long id) {
        return json(http.get().uri("/api/cases/" + id).exchange());
    }

    JsonNode list(String view) {
        return json(http.get().uri("/api/cases?view=" + view).exchange());
    }

    /// Gives a command that is carried out.
    void gives(long id, int version, String command, String fields) {
        var answer = command(id, version, command, fields);
        assertThat(answer).as(command + ": " + body(answer)).hasStatusOk();
        assertThat(json(answer).get("version").asInt()).isEqualTo(version + 1);
    }

    MvcTestResult command(long id, int version, String command, String fields) {
        return command(id, version, command, fields, UUID.randomUUID().toString());
    }

    MvcTestResult command(long id, int version, String command, String fields, String key) {
        return http.post()
                .uri("/api/cases/%d/commands".formatted(id))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"command\":\"%s\",\"version\":%d%s}".formatted(command, version, fields))
                .exchange();
    }

    static void assertRefused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(JSON.readTree(body(answer)).get("code").asString()).isEqualTo(code);
    }

    static JsonNode json(MvcTestResult answer) {
        assertThat(answer).as(body(answer)).hasStatus2xxSuccessful();
        return JSON.readTree(body(answer));
    }

    static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
