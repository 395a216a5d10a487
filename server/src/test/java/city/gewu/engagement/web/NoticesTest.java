package city.gewu.engagement.web;

import static city.gewu.engagement.web.NoticeTown.contact;
import static city.gewu.engagement.web.Street.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Cancel;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.Merge;
import city.gewu.casework.CaseId;
import city.gewu.engagement.usecase.TellFollowers;
import city.gewu.people.Post;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What those who report are told, and when, on every way that reaches them.
class NoticesTest {

    private static final String PHONE = "12004718293";
    private static final String BROWSER_KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static NoticeTown town;

    @BeforeAll
    static void start() throws Exception {
        town = new NoticeTown();
    }

    @BeforeEach
    void fresh() {
        town.fresh();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void theReporterIsToldAtFilingAndAtTheEndAndNothingTwice() throws Exception {
        var sent = town.phone().reported("短信告知立案和结果", contact(PHONE));
        town.settle();
        assertThat(town.messages).isEmpty();
        String number = sent.get("number").asString();
        town.give(number, new Accept());
        town.give(number, new File("E0113", Optional.of("1")));
        town.settle();
        assertThat(town.messages).singleElement().asString().contains(PHONE, number, "已立案");
        town.give(number, new Cancel("重复录入"));
        town.settle();
        town.settle();
        assertThat(town.messages).hasSize(2);
        assertThat(town.messages.getLast()).contains("已撤销").doesNotContain("重复录入");
        assertThat(
                        town.count(
                                "select count(*) from messaging.notice n where n::text like '%"
                                        + PHONE
                                        + "%'"))
                .isZero();
    }

    @Test
    void aRoundReadsOnlyWhatMovedSinceTheOneBeforeAndTheHourlyOneReadsAll() throws Exception {
        var phone = town.phone();
        var seen = phone.reported("这一轮看得见的变化", contact("12004718297"));
        var missed = phone.reported("这一轮看不见的变化", contact("12004718298"));
        town.settle();
        for (var one : List.of(seen, missed)) {
            town.give(one.get("number").asString(), new Cancel("测试"));
        }
        longAgo(missed.get("number").asString());
        var followers = town.bean(TellFollowers.class);
        assertThat(followers.tell()).isEqualTo(1);
        assertThat(followers.tell()).isZero();
        assertThat(followers.tellAll()).isEqualTo(1);
        assertThat(followers.tellAll()).isZero();
    }

    @Test
    void whoFollowsACopyIsToldWhenItsLeadMoves() throws Exception {
        var lead = town.phone().reported("主案", contact("12004718295"));
        var copy = town.phone().reported("并案", contact("12004718296"));
        String number = lead.get("number").asString();
        town.give(number, new Accept());
        town.give(copy.get("number").asString(), new Merge(id(number)));
        town.settle();
        town.messages.clear();
        longAgo(copy.get("number").asString());
        town.give(number, new Cancel("测试"));
        assertThat(town.bean(TellFollowers.class).tell()).isEqualTo(2);
    }

    private static CaseId id(String number) {
        return new CaseId(
                town.count(
                        "select case_id from casework.case_file where case_no = '" + number + "'"));
    }

    /// As if the ledger had told of the case before the rounds began to look.
    private static void longAgo(String number) {
        var db = town.bean(JdbcClient.class);
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
        var sent = town.phone().reported("网关故障时也要告知", contact("12004718294"));
        String number = sent.get("number").asString();
        town.answers(503);
        town.give(number, new Cancel("测试"));
        town.settle();
        assertThat(town.messages).hasSize(1);
        var lead = town.signedIn("lead", Post.SHIFT_LEAD);
        var fate = json(lead.get("/api/notice-fates")).get(0);
        assertThat(fate.get("state").asString()).isEqualTo("queued");
        assertThat(fate.get("reason").asString()).isEqualTo("http-503");
        assertThat(fate.get("attempts").asInt()).isEqualTo(1);
        town.answers(200);
        town.bean(JdbcClient.class)
                .sql("update messaging.delivery set next_at = now() where state = 'queued'")
                .update();
        town.settle();
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
        return town.phone()
                .browser()
                .get(path)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @Test
    void whoLostTheCodeFindsTheReportsByPhone() throws Exception {
        var phone = town.phone();
        var sent = phone.reported("查询码丢了怎么办", contact("12004718295"));
        var unknown = ask(phone, "12000000077");
        assertThat(unknown.statusCode()).isEqualTo(202);
        assertThat(town.messages).isEmpty();
        var asked = ask(phone, "120-0471-8295");
        assertThat(asked.statusCode()).isEqualTo(202);
        await().until(() -> !town.messages.isEmpty());
        String id = json(asked).get("id").asString();
        String code = town.messages.getFirst().replaceAll("(?s).*验证码 (\\d{6}).*", "$1");
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
        var phone = town.phone();
        var sent = phone.reported("浏览器推送通知", ",\"wantsAnswer\":true");
        String way = "/open/reports/" + sent.get("code").asString() + "/push-subscriptions";
        assertThat(subscribe(phone, way, "https://evil.example/push").statusCode()).isEqualTo(422);
        assertThat(subscribe(phone, way, town.origin() + "/push/1").statusCode()).isEqualTo(204);
        town.answers(410);
        town.give(sent.get("number").asString(), new Cancel("测试"));
        town.settle();
        assertThat(town.pushes).singleElement().asString().startsWith("vapid t=");
        assertThat(town.pushes.getFirst()).doesNotContain("撤销");
        assertThat(town.count("select count(*) from messaging.push_subscription")).isZero();
    }

    @Test
    void aNoticeThatBreaksItsWayHoldsUpNobody() throws Exception {
        var phone = town.phone();
        var broken = phone.reported("推送密钥坏了的上报", ",\"wantsAnswer\":true");
        String way = "/open/reports/" + broken.get("code").asString() + "/push-subscriptions";
        subscribe(phone, way, town.origin() + "/push/2");
        town.bean(JdbcClient.class)
                .sql("update messaging.push_subscription set p256dh = '*'")
                .update();
        var other = town.phone().reported("排在后面的也要告知", contact("12004718296"));
        town.give(broken.get("number").asString(), new Cancel("测试"));
        town.give(other.get("number").asString(), new Cancel("测试"));
        town.settle();
        assertThat(town.messages).singleElement().asString().contains("12004718296");
        assertThat(
                        town.count(
                                "select count(*) from messaging.delivery where channel = 'push' and state = 'queued' and reason = 'error'"))
                .isEqualTo(1);
        town.bean(JdbcClient.class).sql("delete from messaging.push_subscription").update();
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
                town.phone()
                        .reported(
                                "邮件告知结果",
                                ",\"wantsAnswer\":true,\"contact\":{\"email\":\"someone@example.org\"}");
        town.give(sent.get("number").asString(), new Cancel("测试"));
        town.settle();
        assertThat(town.mails()).hasSize(1);
        assertThat(town.mails()[0].getSubject()).isEqualTo("您反映的问题已撤销");
    }
}
