package city.gewu.engagement.web;

import static city.gewu.engagement.web.Street.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.gewu.TestServer.Browser;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Cancel;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.Merge;
import city.gewu.casework.CaseId;
import city.gewu.engagement.usecase.TellFollowers;
import city.gewu.engagement.usecase.TellStaff;
import city.gewu.messaging.NewNotice;
import city.gewu.messaging.Notices;
import city.gewu.messaging.Recipient;
import city.gewu.messaging.usecase.ForgetNotices;
import city.gewu.messaging.usecase.NoticeDesk;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What those who report are told, through stand-ins that answer like a gateway and a push service.
class NoticesTest {

    private static final String PHONE = "12004718293";
    private static final String BROWSER_KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static final List<String> MESSAGES = new CopyOnWriteArrayList<>();
    private static final List<String> PUSHES = new CopyOnWriteArrayList<>();
    private static HttpServer outside;
    private static GreenMail mail;
    private static Street street;
    private static volatile int status = 200;

    @BeforeAll
    static void start() throws Exception {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        take("/sms", MESSAGES);
        take("/push", PUSHES);
        outside.start();
        mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        String origin = "http://localhost:" + outside.getAddress().getPort();
        street =
                new Street(
                        "gewu.engagement.challenge-bits=4",
                        "gewu.limits.open-writes=100000",
                        "gewu.notices.quiet=",
                        "gewu.sms.url=" + origin + "/sms",
                        "gewu.push.hosts=" + origin,
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + mail.getSmtp().getPort(),
                        "gewu.mail.from=city@example.org",
                        "gewu.wechat.app-id=wx1",
                        "gewu.wechat.script=https://wechat.example/js/sdk.js");
    }

    private static void take(String path, List<String> taken) {
        outside.createContext(
                path,
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    var sender = exchange.getRequestHeaders().getFirst("Authorization");
                    taken.add(sender + " " + new String(body, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
    }

    @BeforeEach
    void fresh() {
        status = 200;
        settleAll();
        MESSAGES.clear();
        PUSHES.clear();
    }

    @AfterAll
    static void stop() {
        street.close();
        mail.stop();
        outside.stop(0);
    }

    private static void settleAll() {
        street.server.bean(TellFollowers.class).tell();
        while (street.server.bean(NoticeDesk.class).sendDue() > 0) {
            // What earlier tests left.
        }
    }

    private static String contact(String phone) {
        return ",\"wantsAnswer\":true,\"contact\":{\"phone\":\"%s\"}".formatted(phone);
    }

    @Test
    void theReporterIsToldAtFilingAndAtTheEndAndNothingTwice() throws Exception {
        var sent = street.phone().reported("短信告知立案和结果", contact(PHONE));
        settleAll();
        assertThat(MESSAGES).isEmpty();
        String number = sent.get("number").asString();
        street.give(number, new Accept());
        street.give(number, new File("E0113", Optional.of("1")));
        settleAll();
        assertThat(MESSAGES).singleElement().asString().contains(PHONE, number, "已立案");
        street.give(number, new Cancel("重复录入"));
        settleAll();
        settleAll();
        assertThat(MESSAGES).hasSize(2);
        assertThat(MESSAGES.getLast()).contains("已撤销").doesNotContain("重复录入");
        assertThat(
                        street.count(
                                "select count(*) from messaging.notice n where n::text like '%"
                                        + PHONE
                                        + "%'"))
                .isZero();
    }

    @Test
    void aRoundReadsOnlyWhatMovedSinceTheOneBeforeAndTheHourlyOneReadsAll() throws Exception {
        var phone = street.phone();
        var seen = phone.reported("这一轮看得见的变化", contact("12004718297"));
        var missed = phone.reported("这一轮看不见的变化", contact("12004718298"));
        settleAll();
        for (var one : List.of(seen, missed)) {
            street.give(one.get("number").asString(), new Cancel("测试"));
        }
        longAgo(missed.get("number").asString());
        var followers = street.server.bean(TellFollowers.class);
        assertThat(followers.tell()).isEqualTo(1);
        assertThat(followers.tell()).isZero();
        assertThat(followers.tellAll()).isEqualTo(1);
        assertThat(followers.tellAll()).isZero();
    }

    @Test
    void whoFollowsACopyIsToldWhenItsLeadMoves() throws Exception {
        var lead = street.phone().reported("主案", contact("12004718295"));
        var copy = street.phone().reported("并案", contact("12004718296"));
        String number = lead.get("number").asString();
        street.give(number, new Accept());
        street.give(copy.get("number").asString(), new Merge(id(number)));
        settleAll();
        MESSAGES.clear();
        longAgo(copy.get("number").asString());
        street.give(number, new Cancel("测试"));
        assertThat(street.server.bean(TellFollowers.class).tell()).isEqualTo(2);
    }

    private static CaseId id(String number) {
        return new CaseId(
                street.count(
                        "select case_id from casework.case_file where case_no = '" + number + "'"));
    }

    /// As if the ledger had told of the case before the rounds began to look.
    private static void longAgo(String number) {
        var db = street.server.bean(JdbcClient.class);
        db.sql(
                        """
                        update casework.case_event set recorded_at = recorded_at - interval '1 hour'
                        where case_id = :id
                        """)
                .param("id", id(number).value())
                .update();
        db.sql(
                        "update engagement.report set sent_at = sent_at - interval '1 hour' where case_id = :id")
                .param("id", id(number).value())
                .update();
    }

    @Test
    void aGatewayThatIsDownIsTriedAgainAndTheFateIsKnown() throws Exception {
        var sent = street.phone().reported("网关故障时也要告知", contact("12004718294"));
        String number = sent.get("number").asString();
        status = 503;
        street.give(number, new Cancel("测试"));
        settleAll();
        assertThat(MESSAGES).hasSize(1);
        var lead = street.server.signedIn("lead", Post.SHIFT_LEAD);
        var fate = json(lead.get("/api/notice-fates")).get(0);
        assertThat(fate.get("state").asString()).isEqualTo("queued");
        assertThat(fate.get("reason").asString()).isEqualTo("http-503");
        assertThat(fate.get("attempts").asInt()).isEqualTo(1);
        status = 200;
        street.server
                .bean(JdbcClient.class)
                .sql("update messaging.delivery set next_at = now() where state = 'queued'")
                .update();
        settleAll();
        assertThat(json(lead.get("/api/notice-fates")).get(0).get("state").asString())
                .isEqualTo("sent");
    }

    /// Where the city has an account there; elsewhere no page takes a script of others.
    @Test
    void onlyThePageOfTheCitizensTakesTheScriptOfWechat() throws Exception {
        assertThat(policy("/m/")).contains("script-src 'self' https://wechat.example;");
        assertThat(policy("/m/report")).contains("https://wechat.example;");
        assertThat(policy("/desk/")).contains("script-src 'self';").doesNotContain("wechat");
        assertThat(policy("/field/")).contains("script-src 'self';").doesNotContain("wechat");
    }

    private static String policy(String path) throws Exception {
        return street.server
                .browser()
                .get(path)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @Test
    void theFatesAreReadPageByPageAndNoneIsLeftOut() throws Exception {
        street.phone().reported("很多通知的去向", contact(PHONE));
        var lead = street.server.signedIn("pager", Post.SHIFT_LEAD);
        for (int i = 0; i < 40; i++) {
            tell("page/" + i);
        }
        var seen = new HashSet<Long>();
        long before = Long.MAX_VALUE;
        for (var page = fates(lead, before); !page.isEmpty(); page = fates(lead, before)) {
            for (var fate : page) {
                before = fate.get("delivery").asLong();
                seen.add(before);
            }
        }
        assertThat((long) seen.size())
                .isEqualTo(street.count("select count(*) from messaging.delivery"));
        assertThat(street.count("select count(*) from messaging.delivery")).isGreaterThan(50);
    }

    @Test
    void readNoticesAreForgottenAfterHalfAYearAndUnreadOnesAfterTwo() throws Exception {
        tell("old-read");
        tell("old-unread");
        tell("ancient");
        tell("fresh");
        age("old-read", 200, "read_at = now() - interval '190 days'");
        age("old-unread", 200, "read_at = null");
        age("ancient", 800, "read_at = null");
        assertThat(street.server.bean(ForgetNotices.class).forget()).isEqualTo(2);
        assertThat(
                        street.server
                                .bean(JdbcClient.class)
                                .sql(
                                        """
                                        select key from messaging.notice
                                        where key in ('old-read', 'old-unread', 'ancient', 'fresh')
                                        order by key
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("fresh", "old-unread");
    }

    private static void age(String key, int days, String more) {
        street.server
                .bean(JdbcClient.class)
                .sql(
                        "update messaging.notice set made_at = now() - :days * interval '1 day', "
                                + more
                                + " where key = :key")
                .param("days", days)
                .param("key", key)
                .update();
    }

    /// Tells somebody on two ways at once.
    private static void tell(String key) {
        street.server
                .bean(NoticeDesk.class)
                .send(
                        List.of(
                                new NewNotice(
                                        new Recipient(Recipient.Kind.STAFF, "account:somebody"),
                                        "report-held",
                                        Map.of(),
                                        "zh",
                                        key)));
        street.server
                .bean(JdbcClient.class)
                .sql(
                        """
                        insert into messaging.delivery (notice_id, channel, state, next_at)
                        select notice_id, 'push', 'sent', now()
                        from messaging.notice
                        where key = :key
                        on conflict do nothing
                        """)
                .param("key", key)
                .update();
    }

    private static JsonNode fates(Browser lead, long before) throws Exception {
        return json(lead.get("/api/notice-fates?before=" + before));
    }

    @Test
    void whoLostTheCodeFindsTheReportsByPhone() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("查询码丢了怎么办", contact("12004718295"));
        var unknown = ask(phone, "12000000077");
        assertThat(unknown.statusCode()).isEqualTo(202);
        assertThat(MESSAGES).isEmpty();
        var asked = ask(phone, "120-0471-8295");
        assertThat(asked.statusCode()).isEqualTo(202);
        await().until(() -> !MESSAGES.isEmpty());
        String id = json(asked).get("id").asString();
        String code = MESSAGES.getFirst().replaceAll("(?s).*验证码 (\\d{6}).*", "$1");
        assertThat(code).hasSize(6);
        String wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(json(answer(phone, id, wrong)).get("code").asString())
                .isEqualTo("engagement.bad-code");
        var found = json(answer(phone, id, code));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("code")).isEqualTo(sent.get("code"));
        assertThat(json(answer(phone, id, code)).get("code").asString())
                .isEqualTo("engagement.bad-code");
        assertThat(json(ask(phone, "12004718295")).get("code").asString())
                .isEqualTo("engagement.too-many-codes");
    }

    private static HttpResponse<String> ask(Street.Phone phone, String number) throws Exception {
        return phone.post(
                "/open/reports/lookup",
                "{\"phone\":\"%s\",\"challenge\":%s}".formatted(number, phone.solve().json()));
    }

    private static HttpResponse<String> answer(Street.Phone phone, String id, String code)
            throws Exception {
        return phone.post(
                "/open/reports/lookup/" + id,
                "{\"phone\":\"12004718295\",\"code\":\"%s\"}".formatted(code));
    }

    @Test
    void aBrowserIsWokenAndOneThatIsGoneIsForgotten() throws Exception {
        var phone = street.phone();
        var sent = phone.reported("浏览器推送通知", ",\"wantsAnswer\":true");
        String way = "/open/reports/" + sent.get("code").asString() + "/push-subscriptions";
        String origin = "http://localhost:" + outside.getAddress().getPort();
        assertThat(subscribe(phone, way, "https://evil.example/push").statusCode()).isEqualTo(422);
        assertThat(subscribe(phone, way, origin + "/push/1").statusCode()).isEqualTo(204);
        status = 410;
        street.give(sent.get("number").asString(), new Cancel("测试"));
        settleAll();
        assertThat(PUSHES).singleElement().asString().startsWith("vapid t=");
        assertThat(PUSHES.getFirst()).doesNotContain("撤销");
        assertThat(street.count("select count(*) from messaging.push_subscription")).isZero();
    }

    @Test
    void aNoticeThatBreaksItsWayHoldsUpNobody() throws Exception {
        var phone = street.phone();
        var broken = phone.reported("推送密钥坏了的上报", ",\"wantsAnswer\":true");
        String way = "/open/reports/" + broken.get("code").asString() + "/push-subscriptions";
        String origin = "http://localhost:" + outside.getAddress().getPort();
        subscribe(phone, way, origin + "/push/2");
        street.server
                .bean(JdbcClient.class)
                .sql("update messaging.push_subscription set p256dh = '*'")
                .update();
        var other = street.phone().reported("排在后面的也要告知", contact("12004718296"));
        street.give(broken.get("number").asString(), new Cancel("测试"));
        street.give(other.get("number").asString(), new Cancel("测试"));
        settleAll();
        assertThat(MESSAGES).singleElement().asString().contains("12004718296");
        assertThat(
                        street.count(
                                "select count(*) from messaging.delivery where channel = 'push' and state = 'queued' and reason = 'error'"))
                .isEqualTo(1);
        street.server
                .bean(JdbcClient.class)
                .sql("delete from messaging.push_subscription")
                .update();
    }

    private static HttpResponse<String> subscribe(Street.Phone phone, String way, String endpoint)
            throws Exception {
        return phone.post(
                way,
                "{\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}"
                        .formatted(endpoint, BROWSER_KEY));
    }

    @Test
    void anEmailComesWhereOneWasLeft() throws Exception {
        var sent =
                street.phone()
                        .reported(
                                "邮件告知结果",
                                ",\"wantsAnswer\":true,\"contact\":{\"email\":\"someone@example.org\"}");
        street.give(sent.get("number").asString(), new Cancel("测试"));
        settleAll();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("您反映的问题已撤销");
    }

    @Test
    void theBellRingsForStaffAndIsRead() throws Exception {
        Browser handler = street.server.signedIn("handler", Post.HANDLER);
        String account = json(handler.get("/api/session")).get("account").get("id").asString();
        var notice =
                new NewNotice(
                        new Recipient(Recipient.Kind.STAFF, account),
                        "case-urged",
                        Map.of("number", "T1", "category", "路灯"),
                        "zh",
                        "case/1/urged");
        var notices = street.server.bean(Notices.class);
        assertThat(notices.send(List.of(notice))).isEqualTo(1);
        assertThat(notices.send(List.of(notice))).isZero();
        var bell = json(handler.get("/api/notices"));
        assertThat(bell.get("unread").asInt()).isEqualTo(1);
        assertThat(bell.get("items").get(0).get("body").get("zh").asString())
                .isEqualTo("案件 T1（路灯）被催办。");
        long id = bell.get("items").get(0).get("id").asLong();
        var read = handler.send("POST", "/api/notices/readings", "{\"upTo\":%d}".formatted(id));
        assertThat(json(read).get("unread").asInt()).isZero();
        assertThat(json(handler.get("/api/notices?unread=true")).get("items")).isEmpty();
    }

    @Test
    void theDepartmentHearsOfADispatchOnce() throws Exception {
        street.server
                .bean(People.class)
                .saveDepartment(new Department("roads", new Named("市政", "Roads"), "", "bureau"));
        var handler = street.server.signedIn("roadman", Post.HANDLER, "roads");
        var tell = street.server.bean(TellStaff.class);
        tell.tell();
        var sent = street.phone().reported("派遣要告知部门", "");
        String number = sent.get("number").asString();
        street.give(number, new Accept());
        street.give(number, new File("E0113", Optional.of("1")));
        street.give(number, new Dispatch("roads", List.of(), Optional.empty()));
        assertThat(tell.tell()).isEqualTo(1);
        assertThat(tell.tell()).isZero();
        var bell = json(handler.get("/api/notices"));
        assertThat(bell.get("items").get(0).get("body").get("en").asString()).contains(number);
    }
}
