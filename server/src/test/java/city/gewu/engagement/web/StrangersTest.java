package city.gewu.engagement.web;

import static city.gewu.engagement.web.Street.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.Casework;
import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.catalogue.Catalogue;
import city.gewu.engagement.usecase.HeldReports;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.Department;
import city.gewu.people.Mandate;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.territory.GeoJson;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody without an account must not get out of the open addresses, nor stop.
class StrangersTest {

    private static final String BROWSER_KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static Street street;

    @BeforeAll
    static void start() throws Exception {
        street = new Street("gewu.engagement.challenge-bits=4", "gewu.limits.open-writes=100000");
        street.server
                .bean(People.class)
                .saveDepartment(new Department("roads", new Named("路政", "Roads"), "", "bureau"));
    }

    @AfterAll
    static void stop() {
        street.close();
    }

    @Test
    void aCaseOfTheHouseIsNotJoinedByWhoGuessesItsNumber() throws Exception {
        long id =
                street.server
                        .bean(Casework.class)
                        .report(
                                new Problem(
                                        ReportSource.INTERNAL,
                                        "E0113",
                                        Optional.empty(),
                                        "内部巡查发现",
                                        "",
                                        Optional.of(new Position(112.02, 31.02)),
                                        Optional.empty(),
                                        List.of(),
                                        List.of()),
                                Actor.system("test"))
                        .value();
        String number =
                street.server
                        .bean(JdbcClient.class)
                        .sql("select case_no from casework.case_file where case_id = " + id)
                        .query(String.class)
                        .single();
        street.give(number, new Accept());
        var phone = street.phone();
        var answer =
                phone.post(
                        "/open/reports/" + number + "/join",
                        "{\"clientId\":\"%s\",\"challenge\":%s}"
                                .formatted(UUID.randomUUID(), phone.solve().json()));
        assertThat(code(answer)).isEqualTo("engagement.no-case");
    }

    /// The whole answer is compared, so that nothing about people comes in by a later change.
    @Test
    void aCaseThatAnybodyMayLookAtSaysNothingOfPeople() throws Exception {
        var sent =
                street.phone()
                        .reported(
                                "张三家门口的路坏了",
                                ",\"wantsAnswer\":true,\"contact\":{\"name\":\"张三\",\"phone\":\"12004718777\"}");
        String number = sent.get("number").asString();
        var phone = street.phone();
        assertThat(code(phone.browser().get("/open/cases/" + number)))
                .as("not taken up yet")
                .isEqualTo("engagement.unknown-case");
        street.give(number, new Accept());
        street.bringToAnEnd(number);
        var answer = phone.browser().get("/open/cases/" + number);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("张三", "12004718777", "已修好", "属实", "person:");
        assertThat(json(answer).propertyNames())
                .containsExactlyInAnyOrder(
                        "number",
                        "category",
                        "state",
                        "position",
                        "reportedAt",
                        "dispatchedAt",
                        "dueAt",
                        "closedAt",
                        "late",
                        "steps",
                        "photos");
        assertThat(json(answer).get("state").get("code").asString()).isEqualTo("solved");
        assertThat(json(answer).get("steps").get(0).propertyNames())
                .containsExactlyInAnyOrder("at", "code", "words");
        var page = phone.browser().get("/open/pages/cases/" + number + "?lang=en");
        assertThat(page.body()).contains("Clock", "Solved").doesNotContain("张三", "12004718777");
    }

    @Test
    void aNumberThatReportedAndOneThatDidNotGetTheSameAnswer() throws Exception {
        street.phone()
                .reported(
                        "有没有上报过不能问出来",
                        ",\"wantsAnswer\":true,\"contact\":{\"phone\":\"12004718777\"}");
        for (var number : List.of("12004718777", "12000000078")) {
            var phone = street.phone();
            var answer =
                    phone.post(
                            "/open/reports/lookup",
                            "{\"phone\":\"%s\",\"challenge\":%s}"
                                    .formatted(number, phone.solve().json()));
            assertThat(code(answer)).as(number).isEqualTo("messaging.sms-unavailable");
        }
    }

    @Test
    void aPushServiceAtAnotherPortIsNone() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("推送地址带端口", ",\"wantsAnswer\":true");
        String way = "/open/reports/" + sent.get("code").asString() + "/push-subscriptions";
        for (var host : List.of("fcm.googleapis.com:99999", "fcm.googleapis.com:8443")) {
            assertThat(subscribe(phone, way, "https://" + host + "/x").statusCode())
                    .as(host)
                    .isEqualTo(422);
        }
        assertThat(subscribe(phone, way, "https://fcm.googleapis.com/x").statusCode())
                .isEqualTo(204);
    }

    @Test
    void aNoIsWeighedLikeAnyReport() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("评价里也不能发广告", "");
        String number = sent.get("number").asString();
        street.give(number, new Accept());
        street.bringToAnEnd(number);
        phone.post(
                "/open/reports/" + sent.get("code").asString() + "/rating",
                "{\"solved\":false,\"stars\":1,\"words\":\"加微信办证刻章\"}");
        assertThat(
                        street.count(
                                "select count(*) from casework.case_file where description like '%加微信办证刻章'"))
                .isZero();
        assertThat(street.server.bean(HeldReports.class).list(Actor.system("test")))
                .extracting(held -> held.words().description())
                .anyMatch(words -> words.contains(number) && words.endsWith("加微信办证刻章"));
    }

    @Test
    void aNoAboutACategoryThatIsNoLongerInForceReachesTheClerkAllTheSame() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("分类停用以后的不满意", "");
        String number = sent.get("number").asString();
        street.give(number, new Accept());
        street.bringToAnEnd(number);
        var catalogue = street.server.bean(Catalogue.class);
        catalogue.importScheme(
                "2", "c.csv", GeoJson.stream(Street.CATALOGUE.replaceAll("(?m)^.*E0113.*\\R", "")));
        try {
            var told =
                    json(
                            phone.post(
                                    "/open/reports/" + sent.get("code").asString() + "/rating",
                                    "{\"solved\":false,\"stars\":1,\"words\":\"坑还在\"}"));
            assertThat(told.get("state").get("code").asString()).isEqualTo("received");
        } finally {
            catalogue.importScheme("3", "c.csv", GeoJson.stream(Street.CATALOGUE));
        }
    }

    @Test
    void aClerkOfOneWardSeesTheHeldReportsOfThatWardAlone() throws Exception {
        street.phone().reported("贴满了加微信办证刻章的广告", "");
        var held = street.server.bean(HeldReports.class);
        assertThat(held.list(clerk("W1")))
                .extracting(sent -> sent.words().description())
                .contains("贴满了加微信办证刻章的广告");
        assertThat(held.list(clerk("W2"))).isEmpty();
        long id = held.list(clerk("W1")).getFirst().id();
        assertThatThrownBy(() -> held.release(id, clerk("W2")))
                .hasMessageContaining("engagement.no-report");
    }

    private static HttpResponse<String> subscribe(Street.Phone phone, String way, String endpoint)
            throws Exception {
        return phone.post(
                way,
                "{\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}"
                        .formatted(endpoint, BROWSER_KEY));
    }

    private static String code(HttpResponse<String> answer) {
        return json(answer).get("code").asString();
    }

    private static Actor clerk(String ward) {
        return new Actor(
                "person:" + ward,
                ward,
                List.of(new Mandate(Post.INTAKE_CLERK, "", new Area("ward", ward, 2))),
                "");
    }
}
