package city.gewu.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The work of two administrators, as their pages ask for it.
class StaffOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static TestServer server;
    private static Browser system;
    private static Browser security;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(TestDatabase.freshProperties());
        server.bean(Territory.class)
                .defineCity(
                        new City(
                                "XY",
                                new Named("小城", "Smallville"),
                                ZoneId.of("Asia/Shanghai"),
                                List.of(new Level(1, "city", new Named("市", "City"), "")),
                                112.2,
                                31.03,
                                12,
                                true));
        system = server.signedIn("admin", Post.SYSTEM_ADMINISTRATOR);
        security = server.signedIn("keeper", Post.SECURITY_ADMINISTRATOR);
        put(system, "/api/departments/CG", "{'name':{'zh':'市局','en':'Bureau'},'kind':'bureau'}");
        put(
                system,
                "/api/departments/SZ",
                "{'name':{'zh':'中心','en':'Centre'},'parent':'CG','kind':'unit'}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode put(Browser browser, String path, String json) throws Exception {
        return done(browser.send("PUT", path, json.replace('\'', '"')));
    }

    private static JsonNode post(Browser browser, String path, String json) throws Exception {
        return done(browser.send("POST", path, json.replace('\'', '"')));
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private static JsonNode get(Browser browser, String path) throws Exception {
        return done(browser.get(path));
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void oneKeepsThePeopleAndTheOtherGivesThePosts() throws Exception {
        var saved =
                put(
                        system,
                        "/api/people/ZF-001",
                        "{'name':'李执法','department':'SZ','joinedOn':'2020-01-01'}");
        assertThat(saved.get("departmentName").get("zh").asString()).isEqualTo("中心");
        String id = saved.get("id").asString();
        refused(
                system.send(
                        "POST",
                        "/api/postings",
                        "{\"staffNo\":\"ZF-001\",\"post\":\"CHECKER\",\"firstDay\":\"2024-01-01\"}"),
                403,
                "signin.not-allowed");
        refused(
                security.send("PUT", "/api/people/ZF-002", "{\"name\":\"王\"}"),
                403,
                "signin.not-allowed");
        refused(
                security.send(
                        "POST",
                        "/api/postings",
                        "{\"staffNo\":\"ZF-001\",\"post\":\"ENFORCEMENT_OFFICER\",\"department\":\"SZ\",\"firstDay\":\"2024-01-01\",\"lastDay\":\"2026-12-31\"}"),
                404,
                "people.no-certificate");
        var certificate =
                post(
                        system,
                        "/api/people/" + id + "/certificates",
                        "{'number':'鄂H-0001','issuedOn':'2022-01-01','expiresOn':'2026-12-31'}");
        assertThat(certificate.get("inForce").asBoolean()).isTrue();
        var posting =
                post(
                        security,
                        "/api/postings",
                        "{'staffNo':'ZF-001','post':'ENFORCEMENT_OFFICER','department':'SZ','firstDay':'2024-01-01','lastDay':'2026-12-31'}");
        assertThat(posting.get("personName").asString()).isEqualTo("李执法");
        assertThat(posting.has("unitName")).isFalse();
        put(system, "/api/people/ZF-003", "{'name':'赵代理','department':'SZ'}");
        refused(
                security.send(
                        "POST",
                        "/api/postings/%d/deputies".formatted(posting.get("id").asLong()),
                        "{\"staffNo\":\"ZF-003\",\"firstDay\":\"2026-01-01\",\"lastDay\":\"2026-01-31\"}"),
                404,
                "people.no-certificate");
        var ended =
                put(
                        security,
                        "/api/postings/%d/end".formatted(posting.get("id").asLong()),
                        "{'lastDay':'2025-12-31','reason':'调离'}");
        assertThat(ended.get("lastDay").asString()).isEqualTo("2025-12-31");
        var file = get(system, "/api/people/" + id);
        assertThat(file.get("postings").size()).isEqualTo(1);
        assertThat(file.get("certificates").get(0).get("number").asString()).isEqualTo("鄂H-0001");
    }

    @Test
    void peopleAreFoundAPageAtATime() throws Exception {
        for (int number = 1; number <= 5; number++) {
            put(
                    system,
                    "/api/people/P" + number,
                    "{'name':'页人%d','department':'%s'}"
                            .formatted(number, number < 4 ? "SZ" : "CG"));
        }
        post(
                security,
                "/api/postings",
                "{'staffNo':'P2','post':'CHECKER','department':'SZ','firstDay':'2024-01-01','lastDay':'2024-12-31'}");
        var first = get(system, "/api/people?q=%E9%A1%B5%E4%BA%BA&limit=2");
        assertThat(staffNos(first)).containsExactly("P1", "P2");
        var second =
                get(
                        system,
                        "/api/people?q=%E9%A1%B5%E4%BA%BA&limit=3&cursor="
                                + first.get("next").asString());
        assertThat(staffNos(second)).containsExactly("P3", "P4", "P5");
        assertThat(second.has("next")).isFalse();
        assertThat(staffNos(get(system, "/api/people?q=p4&department=&post=&level=&unit=&on=")))
                .containsExactly("P4");
        assertThat(staffNos(get(system, "/api/people?q=%E9%A1%B5&department=SZ"))).hasSize(3);
        assertThat(staffNos(get(system, "/api/people?q=%E9%A1%B5&department=CG"))).hasSize(5);
        assertThat(staffNos(get(system, "/api/people?post=CHECKER&on=2024-12-31")))
                .containsExactly("P2");
        assertThat(staffNos(get(system, "/api/people?post=CHECKER&on=2025-01-01"))).isEmpty();
        assertThat(staffNos(get(system, "/api/people?q=%25"))).isEmpty();
        refused(system.get("/api/people/nobody"), 404, "people.unknown-person");
        refused(system.get("/api/people?department=X"), 404, "people.unknown-department");
        assertThat(system.get("/api/people?on=yesterday").statusCode()).isEqualTo(400);
        assertThat(system.get("/api/people?post=KING").statusCode()).isEqualTo(400);
    }

    private static List<String> staffNos(JsonNode page) {
        return page.get("items").valueStream().map(one -> one.get("staffNo").asString()).toList();
    }

    @Test
    void theSecurityAdministratorSetsTheRulesThatAreTheCitys() throws Exception {
        var rules = get(system, "/api/separations");
        assertThat(rules.valueStream().map(rule -> rule.get("code").asString()))
                .contains("centres-apart", "finder-not-checker");
        var off =
                put(security, "/api/separations/centres-apart", "{'enforced':false,'reason':'合署'}");
        assertThat(off.get("enforced").asBoolean()).isFalse();
        put(security, "/api/separations/centres-apart", "{'enforced':true,'reason':'分设'}");
        refused(
                security.send(
                        "PUT",
                        "/api/separations/administrators-apart",
                        "{\"enforced\":false,\"reason\":\"x\"}"),
                409,
                "people.fixed-separation");
    }

    @Test
    void theFiguresSayWhatTheyCount() throws Exception {
        put(system, "/api/people/F1", "{'name':'数','department':'SZ'}");
        var figures = get(system, "/api/people/figures?on=2026-01-01");
        assertThat(figures.get(0).get("id").asString()).isEqualTo("community_officers");
        assertThat(figures.get(1).get("id").asString()).isEqualTo("force_in_grids");
        assertThat(figures.get(1).get("denominator").asLong()).isPositive();
        assertThat(figures.get(1).get("words").get("zh").asString()).contains("责任网格");
    }
}
