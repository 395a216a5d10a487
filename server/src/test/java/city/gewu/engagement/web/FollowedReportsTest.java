package city.gewu.engagement.web;

import static city.gewu.engagement.web.Street.code;
import static city.gewu.engagement.web.Street.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.RefusalGround;
import city.gewu.catalogue.Catalogue;
import city.gewu.engagement.web.Street.Phone;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.territory.GeoJson;
import city.gewu.worktime.Worktime;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a sender, a neighbour and anybody else are told of reports, over real HTTP.
class FollowedReportsTest {

    private static final String NAME = "欧阳某庚";
    private static final String PHONE = "12004718293";
    private static final String CONTACT =
            ",\"contact\":{\"name\":\"%s\",\"phone\":\"%s\"}".formatted(NAME, PHONE);

    private static final String STAGED =
            """
            kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,confidence,condition,filing_zh,filing_en,closing_zh,closing_en,limit_amount,limit_unit,then
            INCIDENT,E01,市容环境,Appearance,E0113,道路破损,Broken road,high,1,破损,Broken,修好,Mended,4,WORK_HOUR,
            INCIDENT,E01,市容环境,Appearance,E0113,道路破损,Broken road,high,2,塌陷,Sunk,已围护,Fenced,2,URGENT_HOUR,3
            INCIDENT,E01,市容环境,Appearance,E0113,道路破损,Broken road,high,3,已围护,Fenced,已回填,Filled,9,URGENT_HOUR,1
            """;

    private static Street street;

    @BeforeAll
    static void start() throws Exception {
        street = new Street("gewu.engagement.challenge-bits=8", "gewu.limits.open-writes=100000");
        street.server
                .bean(People.class)
                .saveDepartment(new Department("roads", new Named("市政", "Roads"), "", "bureau"));
    }

    @AfterAll
    static void stop() {
        street.close();
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
        // Who joins in sees what happened before, so that the list ends where the state stands.
        assertThat(
                        neighbour
                                .follow(joined.get("code").asString())
                                .get("steps")
                                .findValuesAsString("code"))
                .containsExactly("received", "accepted");
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
                                        + street.id(number)
                                        + " and solved = 0 and stars = 2"))
                .isEqualTo(1);
    }

    @Test
    void whoFollowsTheFirstStageReadsUnderWhichNumberItGoesOn() throws Exception {
        try (var calendar = Files.newInputStream(Path.of("../examples/jingmen/calendar.yaml"))) {
            street.server.bean(Worktime.class).importCalendar("calendar.yaml", calendar);
        }
        street.server
                .bean(Catalogue.class)
                .importScheme("staged", "staged.csv", GeoJson.stream(STAGED));
        var phone = street.phone();
        var sent = phone.reported("路面塌了一块", "");
        String number = sent.get("number").asString();
        street.give(number, new Accept());
        street.bringToAnEnd(number, "2");
        String second = follower(number);
        street.handle(second);
        String third = follower(second);
        var told = phone.follow(sent.get("code").asString());
        assertThat(told.get("steps").findValuesAsString("code"))
                .endsWith("solved", "next-stage", "next-stage");
        assertThat(told.get("steps").toString()).containsSubsequence(second, third);
        assertThat(told.get("mayRate").asBoolean()).isTrue();
    }

    /// Number of the case that follows as the next stage.
    private static String follower(String number) {
        return street.server
                .bean(JdbcClient.class)
                .sql(
                        """
                        select f.case_no
                        from casework.pub_follow_on n
                        join casework.case_file f on f.case_id = n.case_id
                        where n.follows = :id
                        """)
                .param("id", Long.toString(street.id(number)))
                .query(String.class)
                .single();
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

    private static HttpResponse<String> join(Phone phone, String number) throws Exception {
        return phone.post(
                "/open/reports/" + number + "/join",
                "{\"clientId\":\"%s\",\"challenge\":%s}"
                        .formatted(UUID.randomUUID(), phone.solve().json()));
    }
}
