package city.gewu.engagement.web;

import static city.gewu.engagement.web.Street.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer.Browser;
import city.gewu.people.Post;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Reports that something speaks against: kept, looked at, decided by a person.
class HeldReportsTest {

    private static final String CONTACT = ",\"contact\":{\"name\":\"甲\",\"phone\":\"12000000009\"}";

    private static Street street;
    private static Browser lead;

    @BeforeAll
    static void start() throws Exception {
        street = new Street("gewu.engagement.challenge-bits=4", "gewu.limits.open-writes=100000");
        lead = street.server.signedIn("lead", Post.SHIFT_LEAD);
    }

    @AfterAll
    static void stop() {
        street.close();
    }

    @Test
    void anAdvertWaitsForALookAndBecomesACaseWhenItIsReleased() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("墙上写着加微信办证刻章，请清理", CONTACT);
        assertThat(sent.has("number")).isFalse();
        assertThat(sent.get("status").get("code").asString()).isEqualTo("waiting-for-look");
        var held = find("墙上写着");
        assertThat(held.get("grounds").toString()).contains("blocked-word:60");
        assertThat(cases("墙上写着%")).isZero();

        long id = held.get("id").asLong();
        var released = json(lead.send("POST", "/api/held-reports/" + id + "/release", "{}"));
        assertThat(released.get("state").asString()).isEqualTo("taken");
        assertThat(cases("墙上写着%")).isEqualTo(1);
        var shown = json(lead.get("/api/cases/" + released.get("caseId").asLong()));
        assertThat(shown.get("reporterContact").get("phone").asString()).isEqualTo("120****0009");
        var told = phone.follow(sent.get("code").asString());
        assertThat(told.get("number").asString()).startsWith("T");
        assertThat(
                        json(lead.send("POST", "/api/held-reports/" + id + "/release", "{}"))
                                .get("code")
                                .asString())
                .isEqualTo("engagement.decided-before");
    }

    @Test
    void whatIsRefusedIsKeptAndItsSenderIsToldWhy() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("百家乐线上开户", "");
        long id = find("百家乐").get("id").asLong();
        var empty = lead.send("POST", "/api/held-reports/" + id + "/refusal", "{\"answer\":\" \"}");
        assertThat(json(empty).get("code").asString()).isEqualTo("engagement.missing-answer");
        lead.send("POST", "/api/held-reports/" + id + "/refusal", "{\"answer\":\"与城市管理无关。\"}");
        var told = phone.follow(sent.get("code").asString());
        assertThat(told.get("state").get("code").asString()).isEqualTo("refused");
        assertThat(told.get("answer").asString()).isEqualTo("与城市管理无关。");
        assertThat(json(lead.get("/api/held-reports/" + id)).get("description").asString())
                .isEqualTo("百家乐线上开户");
        assertThat(cases("百家乐%")).isZero();
    }

    @Test
    void aPhotoOfAHeldReportIsEvidenceOnlyWhenAPersonReleasesIt() throws Exception {
        long shelf = photosOnTheShelf();
        long waiting = photosWaiting();
        long refused = heldWithPhoto("刷单兼职一", 78);
        assertThat(photosOnTheShelf()).isEqualTo(shelf);
        assertThat(photosWaiting()).isEqualTo(waiting + 1);
        lead.send("POST", "/api/held-reports/" + refused + "/refusal", "{\"answer\":\"与城市管理无关。\"}");
        assertThat(photosWaiting()).isEqualTo(waiting);
        assertThat(photosOnTheShelf()).isEqualTo(shelf);

        long released = heldWithPhoto("刷单兼职二", 79);
        var taken = json(lead.send("POST", "/api/held-reports/" + released + "/release", "{}"));
        assertThat(taken.get("state").asString()).isEqualTo("taken");
        assertThat(photosOnTheShelf()).isEqualTo(shelf + 1);
        assertThat(photosWaiting()).isEqualTo(waiting);
        assertThat(
                        count(
                                "select cardinality(photos_before) from casework.case_file where case_id = "
                                        + taken.get("caseId").asLong()))
                .isEqualTo(1);
    }

    private static long heldWithPhoto(String words, int picture) throws Exception {
        var phone = street.phone();
        var solved = phone.solve();
        var photo = json(phone.upload(solved, Street.picture(picture)));
        phone.report(
                UUID.randomUUID(),
                solved,
                words,
                ",\"photos\":[\"%s\"]".formatted(photo.get("id").asString()));
        return find(words).get("id").asLong();
    }

    private static long photosWaiting() {
        return count("select count(*) from engagement.sent_photo");
    }

    private static long photosOnTheShelf() {
        return count("select count(*) from evidence.photo");
    }

    private static long count(String sql) {
        return street.server.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    @Test
    void aPlaceOutsideTheCityAndACopiedPhotoAreGrounds() throws Exception {
        var phone = street.phone();
        phone.post(
                "/open/reports",
                """
                {"clientId":"%s","challenge":%s,"position":{"lon":150,"lat":31.05},
                 "category":"E0113","description":"在城外的一个坑"}
                """
                        .formatted(UUID.randomUUID(), phone.solve().json()));
        assertThat(find("在城外").get("grounds").toString()).contains("outside-city:60");

        for (int i = 0; i < 2; i++) {
            var solved = phone.solve();
            var photo = json(phone.upload(solved, Street.picture(77))).get("id").asString();
            phone.report(
                    UUID.randomUUID(),
                    solved,
                    "同一张照片再来一次",
                    ",\"photos\":[\"%s\"]".formatted(photo));
        }
        assertThat(find("同一张照片").get("grounds").toString())
                .contains("copied-photo:40", "same-words:30");
    }

    @Test
    void theLeadChangesTheWordsAndAHandlerDoesNot() throws Exception {
        var words = json(lead.get("/api/blocked-words"));
        assertThat(words.get("words").size()).isGreaterThan(10);
        var bad =
                lead.send(
                        "PUT",
                        "/api/blocked-words",
                        "{\"words\":[{\"word\":\"x\",\"kind\":\"unknown\"}]}");
        assertThat(json(bad).get("code").asString()).isEqualTo("engagement.bad-words");
        var handler = street.server.signedIn("handler", Post.HANDLER);
        assertThat(handler.get("/api/held-reports").statusCode()).isEqualTo(403);
    }

    @Test
    void anAddressThatSendsTooMuchIsToldToWait() throws Exception {
        try (var small =
                new Street("gewu.engagement.challenge-bits=0", "gewu.limits.open-writes=3")) {
            var phone = small.phone();
            for (int i = 0; i < 3; i++) {
                assertThat(phone.post("/open/challenges", "{}").statusCode()).isEqualTo(201);
            }
            var answer = phone.post("/open/challenges", "{}");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static JsonNode find(String beginning) throws Exception {
        for (var one : json(lead.get("/api/held-reports"))) {
            if (one.get("description").asString().startsWith(beginning)) {
                return one;
            }
        }
        throw new AssertionError("Nothing is held that begins with " + beginning);
    }

    private static long cases(String like) {
        return street.server
                .bean(JdbcClient.class)
                .sql("select count(*) from casework.case_file where description like :like")
                .param("like", like)
                .query(Long.class)
                .single();
    }
}
