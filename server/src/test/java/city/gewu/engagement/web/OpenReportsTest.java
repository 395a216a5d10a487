package city.gewu.engagement.web;

import static city.gewu.engagement.web.Street.code;
import static city.gewu.engagement.web.Street.json;
import static city.gewu.engagement.web.Street.picture;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer.Browser;
import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.Question;
import city.gewu.engagement.store.ReportStore;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reports of people without an account coming in, over real HTTP and in the database.
class OpenReportsTest {

    private static final String NAME = "欧阳某庚";
    private static final String PHONE = "12004718293";
    private static final String CONTACT =
            ",\"contact\":{\"name\":\"%s\",\"phone\":\"%s\"}".formatted(NAME, PHONE);

    private static Street street;
    private static Browser clerk;

    @BeforeAll
    static void start() throws Exception {
        street = new Street("gewu.engagement.challenge-bits=8", "gewu.limits.open-writes=100000");
        street.server
                .bean(People.class)
                .saveDepartment(new Department("roads", new Named("市政", "Roads"), "", "bureau"));
        clerk = street.server.signedIn("clerk", Post.INTAKE_CLERK);
    }

    @AfterAll
    static void stop() {
        street.close();
    }

    @Test
    void aReportIsACaseOfTheClerkAndIsFollowedByItsCode() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("路面破损有坑", CONTACT);
        assertThat(sent.get("code").asString())
                .matches("[2-9A-HJ-KM-NP-TV-Z]{5}-[2-9A-HJ-KM-NP-TV-Z]{5}");
        assertThat(sent.get("number").asString()).startsWith("T");
        assertThat(sent.get("status").get("code").asString()).isEqualTo("received");

        var shown = json(clerk.get("/api/cases/" + street.id(sent.get("number").asString())));
        assertThat(shown.get("source").asString()).isEqualTo("CITIZEN_APP");
        assertThat(shown.get("reporterContact").get("phone").asString()).isEqualTo("120****8293");

        var followed =
                phone.follow(
                        sent.get("code")
                                .asString()
                                .toLowerCase(Locale.ROOT)
                                .replace("-", " ")
                                .replace(" ", ""));
        assertThat(followed.get("number")).isEqualTo(sent.get("number"));
        assertThat(followed.get("steps")).hasSize(1);
        assertThat(followed.get("mayRate").asBoolean()).isFalse();
    }

    @Test
    void whatTheCategoryAsksIsAnsweredWithoutAnAccountAndOldAppsAreStillHeard() throws Exception {
        street.server
                .bean(Catalogue.class)
                .ask(
                        Map.of(
                                "E0113",
                                List.of(
                                        new Question(
                                                "depth",
                                                new Named("多深？", "How deep?"),
                                                AnswerKind.NUMBER,
                                                true,
                                                List.of()))),
                        "补问",
                        "system:test");
        var phone = street.phone();
        assertThat(phone.browser().get("/open/categories").body()).contains("How deep?");
        var refused =
                phone.report(
                        UUID.randomUUID(),
                        phone.solve(),
                        "坑深不知",
                        ",\"answers\":{\"depth\":\"deep\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("casework.bad-form-answer");
        var sent = phone.reported("坑深十二厘米", ",\"answers\":{\"depth\":\"12\"}");
        assertThat(answers(sent.get("number").asString())).contains("12");
        // An app that was opened before the question was asked.
        assertThat(phone.reported("旧页面上报的坑", "").get("number").asString()).isNotBlank();
    }

    private static String answers(String number) throws Exception {
        return json(clerk.get("/api/cases/" + street.id(number))).get("answers").toString();
    }

    @Test
    void theCodeLiesNowhereInTheDatabaseNorInTheLog() throws Exception {
        var phone = street.phone();
        var shown = phone.reported("查询码不落库", CONTACT).get("code").asString();
        var refused =
                phone.post("/open/reports/" + shown + "/rating", "{\"solved\":true,\"stars\":5}");
        assertThat(refused.statusCode()).isEqualTo(409);
        for (String code : List.of(shown, shown.replace("-", ""))) {
            for (String table : List.of("engagement.report", "audit.entry", "messaging.notice")) {
                assertThat(
                                street.count(
                                        "select count(*) from %s t where t::text like '%%%s%%'"
                                                .formatted(table, code)))
                        .as(table)
                        .isZero();
            }
        }
        assertThat(
                        street.count(
                                "select count(*) from audit.entry where object = 'open/reports/***'"))
                .isPositive();
        assertThat(phone.follow(shown).get("code").asString()).isEqualTo(shown);
    }

    @Test
    void aCodeFromBeforeCodesWereMarksGoesOnLeadingToItsReport() throws Exception {
        var phone = street.phone();
        var id = UUID.randomUUID();
        var now = json(phone.report(id, phone.solve(), "旧查询码仍然有效", ""));
        street.server
                .bean(JdbcClient.class)
                .sql("update engagement.report set code = 'ABCDE23456' where client_id = :id")
                .param("id", id)
                .update();
        street.server.bean(ReportStore.class).markOldCodes();
        assertThat(phone.follow("ABCDE-23456").get("number")).isEqualTo(now.get("number"));
        assertThat(phone.follow(now.get("code").asString()).get("number"))
                .isEqualTo(now.get("number"));
        assertThat(street.count("select count(*) from engagement.report where code = 'ABCDE23456'"))
                .isZero();
    }

    @Test
    void sentTwiceItIsOneAndAskedAtTheSameTimeToo() throws Exception {
        var phone = street.phone();
        var id = UUID.randomUUID();
        var solved = phone.solve();
        var answers = new ArrayList<String>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 8; i++) {
                running.add(many.submit(() -> phone.report(id, solved, "同一件事说两遍", "")));
            }
            for (var one : running) {
                assertThat(one.get().statusCode()).isEqualTo(201);
                answers.add(json(one.get()).get("code").asString());
            }
        }
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(
                        street.count(
                                "select count(*) from casework.case_file where origin_id = '%s'"
                                        .formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void aReportWhoseServerWasKilledHalfWayIsFinishedWhenItIsSentAgain() throws Exception {
        var phone = street.phone();
        var id = UUID.randomUUID();
        var solved = phone.solve();
        var first = json(phone.report(id, solved, "服务器中断后再次发送", ""));
        street.server
                .bean(JdbcClient.class)
                .sql(
                        "update engagement.report set state = 'arriving', case_id = null where client_id = :id")
                .param("id", id)
                .update();
        assertThat(json(phone.report(id, solved, "服务器中断后再次发送", ""))).isEqualTo(first);
        assertThat(
                        street.count(
                                "select count(*) from casework.case_file where origin_id = '%s'"
                                        .formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void aPhotoIsEvidenceOnlyOnceItsReportHasCome() throws Exception {
        var phone = street.phone();
        var solved = phone.solve();
        assertThat(code(phone.upload(solved, "no photo".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("evidence.not-a-photo");
        long before = street.count("select count(*) from evidence.photo");
        var photo = json(phone.upload(solved, picture(1))).get("id").asString();
        assertThat(street.count("select count(*) from evidence.photo")).isEqualTo(before);
        var answer =
                phone.report(
                        UUID.randomUUID(),
                        solved,
                        "照片里能看到的坑",
                        ",\"photos\":[\"%s\"]".formatted(photo));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(street.count("select count(*) from evidence.photo")).isEqualTo(before + 1);
        assertThat(street.count("select count(*) from engagement.upload")).isZero();
        var sent = json(answer);
        assertThat(phone.follow(sent.get("code").asString()).get("photos").get("before")).isEmpty();
        var shown = json(clerk.get("/api/cases/" + street.id(sent.get("number").asString())));
        assertThat(shown.toString()).contains("photos");
        var foreign = street.phone();
        assertThat(
                        code(
                                foreign.report(
                                        UUID.randomUUID(),
                                        foreign.solve(),
                                        "别人的照片拿来用",
                                        ",\"photos\":[\"%s\"]".formatted(photo))))
                .isEqualTo("engagement.unknown-photo");
    }

    @Test
    void withoutACategoryOneIsChosenAndTheClerkSeesThat() throws Exception {
        var phone = street.phone();
        var answer =
                phone.post(
                        "/open/reports",
                        """
                        {"clientId":"%s","challenge":%s,"position":{"lon":112.05,"lat":31.05},
                         "description":"说不清是什么问题"}
                        """
                                .formatted(UUID.randomUUID(), phone.solve().json()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(
                        street.count(
                                "select count(*) from casework.case_file where 'category.guessed' = any(flags) and case_no = '"
                                        + json(answer).get("number").asString()
                                        + "'"))
                .isEqualTo(1);
    }
}
