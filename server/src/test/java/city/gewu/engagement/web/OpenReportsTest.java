package city.gewu.engagement.web;

import static city.gewu.engagement.web.Street.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer.Browser;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.RefusalGround;
import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.Question;
import city.gewu.engagement.store.ReportStore;
import city.gewu.engagement.web.Street.Phone;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.worktime.Worktime;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People without an account, over real HTTP and in the database.
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
        clerk = street.signedIn("clerk", Post.INTAKE_CLERK);
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

        var shown = json(clerk.get("/api/cases/" + id(sent.get("number").asString())));
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
        return json(clerk.get("/api/cases/" + id(number))).get("answers").toString();
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
    void aWrongNonceAnExpiredChallengeAndASpentOneAreRefused() throws Exception {
        var phone = street.phone();
        var given = phone.challenge();
        var wrong = new Street.Solved(given.get("id").asString(), "x".repeat(65));
        assertThat(phone.report(UUID.randomUUID(), wrong, "没有解题", "").statusCode()).isEqualTo(400);
        String notSolved = "no";
        while (leadsWithZeros(given.get("salt").asString(), notSolved)) {
            notSolved += "o";
        }
        var unsolved = new Street.Solved(given.get("id").asString(), notSolved);
        assertThat(code(phone.report(UUID.randomUUID(), unsolved, "没有解题", "")))
                .isEqualTo("engagement.bad-nonce");

        var old = phone.solve();
        street.server
                .bean(JdbcClient.class)
                .sql(
                        "update engagement.challenge set expires_at = now() - interval '1 second' where challenge_id = :id")
                .param("id", UUID.fromString(old.id()))
                .update();
        assertThat(code(phone.report(UUID.randomUUID(), old, "题已过期了", "")))
                .isEqualTo("engagement.challenge-over");

        var once = phone.solve();
        assertThat(phone.report(UUID.randomUUID(), once, "第一次的上报", "").statusCode()).isEqualTo(201);
        assertThat(code(phone.report(UUID.randomUUID(), once, "第二次的上报", "")))
                .isEqualTo("engagement.challenge-spent");
        assertThat(
                        code(
                                phone.report(
                                        UUID.randomUUID(),
                                        new Street.Solved(UUID.randomUUID().toString(), "1"),
                                        "没有这道题",
                                        "")))
                .isEqualTo("engagement.unknown-challenge");
    }

    @Test
    void whoReportsMuchHasHarderSums() throws Exception {
        var phone = street.phone();
        int first = phone.challenge().get("bits").asInt();
        for (int i = 0; i < 12; i++) {
            phone.challenge();
        }
        assertThat(phone.challenge().get("bits").asInt()).isGreaterThan(first);
        assertThat(street.phone().challenge().get("bits").asInt()).isLessThanOrEqualTo(first + 4);
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
        var shown = json(clerk.get("/api/cases/" + id(sent.get("number").asString())));
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
    void neighboursSeeAcceptedCasesAloneAndJoinInOnOneClock() throws Exception {
        var phone = street.phone();
        var sent =
                json(
                        phone.post(
                                "/open/reports",
                                """
                                {"clientId":"%s","challenge":%s,"position":{"lon":112.08,"lat":31.08},
                                 "category":"E0113","description":"邻居也看得到的坑"%s}
                                """
                                        .formatted(
                                                UUID.randomUUID(), phone.solve().json(), CONTACT)));
        String number = sent.get("number").asString();
        String nearby = "/open/reports/nearby?lon=112.081&lat=31.08&radius=500";
        assertThat(phone.browser().get(nearby).body()).doesNotContain(number);
        var neighbour = street.phone();
        assertThat(code(join(neighbour, number))).isEqualTo("engagement.no-case");

        street.give(number, new Accept());
        var near = json(phone.browser().get(nearby));
        assertThat(near).hasSize(1);
        assertThat(near.get(0).get("number").asString()).isEqualTo(number);
        assertThat(near.get(0).get("metres").asInt()).isBetween(80, 110);
        assertThat(near.get(0).get("category").get("en").asString()).isEqualTo("Broken road");
        assertThat(near.get(0).has("photo")).isFalse();

        long cases = street.count("select count(*) from casework.case_file");
        var joined = json(join(neighbour, number));
        assertThat(street.count("select count(*) from casework.case_file")).isEqualTo(cases);
        assertThat(joined.get("code")).isNotEqualTo(sent.get("code"));
        assertThat(joined.get("number").asString()).isEqualTo(number);
        street.bringToAnEnd(number);
        var told = neighbour.follow(joined.get("code").asString());
        assertThat(told.get("state").get("code").asString()).isEqualTo("solved");
        assertThat(told.get("mayRate").asBoolean()).isTrue();
        assertThat(code(join(street.phone(), number))).isEqualTo("engagement.case-over");
    }

    @Test
    void onceClosedItIsRatedAndANoComesBackToTheClerk() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("修好以后再来评价", "");
        String number = sent.get("number").asString();
        String rating = "/open/reports/" + sent.get("code").asString() + "/rating";
        assertThat(code(phone.post(rating, "{\"solved\":true,\"stars\":5}")))
                .isEqualTo("engagement.not-over");
        street.give(number, new Accept());
        street.bringToAnEnd(number);
        var no = "{\"solved\":false,\"stars\":2,\"words\":\"坑还在\"}";
        var told = json(phone.post(rating, no));
        assertThat(told.get("mayRate").asBoolean()).isFalse();
        assertThat(told.get("state").get("code").asString()).isEqualTo("received");
        assertThat(told.get("steps").findValuesAsString("code"))
                .containsExactly(
                        "received",
                        "accepted",
                        "in-hand",
                        "checking",
                        "solved",
                        "dissent",
                        "received");
        assertThat(json(phone.post(rating, no)).get("rating").get("stars").asInt()).isEqualTo(2);
        assertThat(code(phone.post(rating, "{\"solved\":true,\"stars\":5}")))
                .isEqualTo("engagement.rated-before");
        assertThat(
                        street.count(
                                "select count(*) from casework.case_file where state = 'REPORTED' and 'report.dissent' = any(flags) and description like '%"
                                        + number
                                        + "%'"))
                .isEqualTo(1);
        assertThat(
                        street.count(
                                "select count(*) from engagement.pub_rating where case_id = "
                                        + id(number)
                                        + " and solved = 0 and stars = 2"))
                .isEqualTo(1);
    }

    @Test
    void whoFollowsTheFirstStageReadsUnderWhichNumberItGoesOn() throws Exception {
        try (var calendar = Files.newInputStream(Path.of("../examples/jingmen/calendar.yaml"))) {
            street.server.bean(Worktime.class).importCalendar("calendar.yaml", calendar);
        }
        var phone = street.phone();
        var sent = phone.reported("路面塌了一块", "");
        String number = sent.get("number").asString();
        street.give(number, new Accept());
        street.bringToAnEnd(number, "2");
        var told = phone.follow(sent.get("code").asString());
        assertThat(told.get("steps").findValuesAsString("code")).contains("solved", "next-stage");
        assertThat(told.get("mayRate").asBoolean()).isTrue();
        assertThat(
                        street.count(
                                "select count(*) from casework.pub_follow_on where follows = '"
                                        + id(number)
                                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void aRefusalIsToldWithItsAnswer() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("不归这里管的事", "");
        street.give(
                sent.get("number").asString(),
                new RefuseAcceptance(RefusalGround.PRIVATE_MATTER, "请联系物业公司。"));
        var told = phone.follow(sent.get("code").asString());
        assertThat(told.get("state").get("code").asString()).isEqualTo("refused");
        assertThat(told.get("answer").asString()).isEqualTo("请联系物业公司。");
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

    @Test
    void theCityAndItsCategoriesAreToldInPlainWords() throws Exception {
        var browser = street.server.browser();
        var city = json(browser.get("/open/city"));
        assertThat(city.get("name").get("en").asString()).isEqualTo("Town");
        assertThat(city.get("bounds").get("east").asDouble()).isGreaterThan(112);
        assertThat(city.get("phones").toString()).contains("12345");
        var groups = json(browser.get("/open/categories"));
        assertThat(groups.findValuesAsString("code")).contains("waste", "road", "E0110", "E0113");
    }

    @Test
    void noOpenAnswerHoldsWhoReported() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("谁上报的不能公开", CONTACT);
        String number = sent.get("number").asString();
        street.give(number, new Accept());
        var joined =
                json(
                        phone.post(
                                "/open/reports/" + number + "/join",
                                "{\"clientId\":\"%s\",\"challenge\":%s%s}"
                                        .formatted(
                                                UUID.randomUUID(), phone.solve().json(), CONTACT)));
        street.bringToAnEnd(number);
        for (String path :
                List.of(
                        "/open/city",
                        "/open/categories",
                        "/open/reports/" + sent.get("code").asString(),
                        "/open/reports/" + joined.get("code").asString(),
                        "/open/reports/nearby?lon=112.05&lat=31.05&radius=2000",
                        "/open/pages/reports/" + sent.get("code").asString(),
                        "/open/pages/nearby?lon=112.05&lat=31.05",
                        "/open/pages/facilities?lang=en",
                        "/open/pages/assessment",
                        "/open/pages/tokens.css",
                        "/open/assessment")) {
            var answer = phone.browser().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain(NAME)
                    .doesNotContain("欧**")
                    .doesNotContain(PHONE)
                    .doesNotContain("120****")
                    .doesNotContain("谁上报的");
        }
        assertThat(
                        street.count(
                                "select count(*) from engagement.report r where r::text like '%"
                                        + PHONE
                                        + "%' or r::text like '%"
                                        + NAME
                                        + "%'"))
                .isZero();
    }

    private static boolean leadsWithZeros(String salt, String nonce) throws Exception {
        byte[] hash =
                java.security.MessageDigest.getInstance("SHA-256")
                        .digest((salt + ":" + nonce).getBytes(StandardCharsets.UTF_8));
        return hash[0] == 0;
    }

    private static HttpResponse<String> join(Phone phone, String number) throws Exception {
        return phone.post(
                "/open/reports/" + number + "/join",
                "{\"clientId\":\"%s\",\"challenge\":%s}"
                        .formatted(UUID.randomUUID(), phone.solve().json()));
    }

    private static long id(String number) {
        return street.count(
                "select case_id from casework.case_file where case_no = '" + number + "'");
    }

    private static String code(HttpResponse<String> answer) {
        return json(answer).get("code").asString();
    }

    static byte[] picture(int seed) throws Exception {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        var pen = image.createGraphics();
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(0xffffff)));
            pen.fillRect(
                    random.nextInt(320),
                    random.nextInt(240),
                    random.nextInt(120),
                    random.nextInt(120));
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
