package city.gewu.facility.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.TestTown;
import city.gewu.database.TestDatabase;
import city.gewu.evidence.Evidence;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.Staff;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Places people look for, over real HTTP.
class FacilitiesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE =
            """
            code,kind,name,name_en,address,hours,accessible,fee,phone,state,longitude,latitude
            t1,TOILET,东门公厕,East Gate Toilet,东门,24/7,yes,,,IN_USE,112.05,31.05
            t2,公共厕所,西门公厕,,西门,Mo-Su 00:00-00:01,no,,,,112.06,31.05
            m1,MARKET,老街市场,,老街,,是,,0724-2345678,,112.051,31.05
            x1,castle,城堡,,,,,,,,112.05,31.05
            x2,TOILET,远方公厕,,,,,,,,150,31.05
            x3,TOILET,乱时公厕,,,sometimes,,,,,112.05,31.05
            t1,TOILET,重复,,,,,,,,112.05,31.05
            """;

    private static TestServer server;
    private static Browser admin;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(TestDatabase.freshProperties());
        TestTown.found(server);
        admin = server.signedIn("admin", Post.SYSTEM_ADMINISTRATOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCodeThatTheRegisterDoesNotTakeIsRefused() throws Exception {
        var facility =
                """
                {"kind":"TOILET","name":"公厕","nameEn":"","address":"","position":{"lon":112.05,"lat":31.05},
                 "hours":"","accessible":true,"fee":"","phone":"","state":"REMOVED"}
                """;
        var bad = admin.send("PUT", "/api/facilities/a%20b", facility);
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("facility.bad-code");
        assertThat(admin.send("PUT", "/api/facilities/a-b.1", facility).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoKeepsTheRegisterPutsPhotosUpAndEverybodySeesCopiesWithoutWhatTheCameraWrote()
            throws Exception {
        imported();
        var stranger = server.browser();
        var id = photo(Actor.system("camera"));
        var foreign =
                admin.send(
                        "PUT", "/api/facilities/t1/photos", "{\"photos\":[\"%s\"]}".formatted(id));
        assertThat(foreign.body()).contains("facility.unknown-photo");
        var own = photo(keeper());
        var done =
                admin.send(
                        "PUT", "/api/facilities/t1/photos", "{\"photos\":[\"%s\"]}".formatted(own));
        assertThat(done.statusCode()).isEqualTo(204);
        var shown = json(stranger.get("/open/facilities?lon=112.05&lat=31.05&kind=TOILET")).get(0);
        var photo = shown.get("photos").get(0);
        assertThat(photo.has("id")).isFalse();
        for (String name : List.of("name", "small")) {
            var seen = stranger.get("/open/facilities/photos/" + photo.get(name).asString());
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.headers().firstValue("Content-Type").orElse("")).startsWith("image/");
        }
        assertThat(stranger.get("/open/facilities/photos/" + id).statusCode()).isEqualTo(404);
        admin.send("PUT", "/api/facilities/t1/photos", "{\"photos\":[]}");
        assertThat(
                        stranger.get("/open/facilities/photos/" + photo.get("name").asString())
                                .statusCode())
                .isEqualTo(404);
    }

    private static Actor keeper() {
        return server.bean(People.class)
                .findActor(server.bean(Staff.class).findPerson("admin").orElseThrow().id())
                .orElseThrow();
    }

    private static String photo(Actor by) throws Exception {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            image.setRGB(x, x % 30, by.id().hashCode() + x * 999);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return server.bean(Evidence.class)
                .keep(new ByteArrayInputStream(bytes.toByteArray()), by)
                .value();
    }

    private static JsonNode imported() throws Exception {
        return json(admin.send("POST", "/api/facilities/imports?file=a.csv&format=CSV", FILE));
    }

    @Test
    void aFileIsTakenInRowByRowAndAgainItChangesNothing() throws Exception {
        imported();
        var again = imported();
        assertThat(again.get("read").asInt()).isEqualTo(7);
        assertThat(again.get("added").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(3);
        assertThat(again.get("rejected").findValuesAsString("reason"))
                .containsExactly("unknown-kind", "bad-position", "bad-hours", "twice-in-file");
    }

    @Test
    void theNearestIsFirstAndTheClosedOnesAreLeftOutWhenAsked() throws Exception {
        imported();
        var stranger = server.browser();
        var near = json(stranger.get("/open/facilities?lon=112.05&lat=31.05"));
        assertThat(near.findValuesAsString("code")).containsExactly("t1", "m1", "t2");
        assertThat(near.get(0).get("openNow").asBoolean()).isTrue();
        assertThat(near.get(1).has("openNow")).isFalse();
        assertThat(near.get(0).get("kindName").get("en").asString()).isEqualTo("Public toilet");
        assertThat(
                        json(stranger.get(
                                        "/open/facilities?lon=112.05&lat=31.05&kind=TOILET&radius=200"))
                                .findValuesAsString("code"))
                .containsExactly("t1");
        assertThat(
                        json(stranger.get("/open/facilities?lon=112.05&lat=31.05&kind=castle"))
                                .get("code")
                                .asString())
                .isEqualTo("facility.unknown-kind");
        assertThat(json(stranger.get("/open/facilities/layer?kind=MARKET")).get("features"))
                .hasSize(1);
    }

    @Test
    void theAdministratorChangesOneAndStrangersDoNot() throws Exception {
        imported();
        String body =
                """
                {"kind":"TOILET","name":"东门新公厕","nameEn":"","address":"东门","position":{"lon":%s,"lat":31.05},
                 "hours":"%s","accessible":true,"fee":"","phone":"","state":"OUT_OF_SERVICE"}
                """;
        assertThat(
                        json(admin.send(
                                        "PUT",
                                        "/api/facilities/t9",
                                        body.formatted("112.055", "24/7")))
                                .get("openNow")
                                .asBoolean())
                .isFalse();
        assertThat(
                        json(admin.send("PUT", "/api/facilities/t9", body.formatted("150", "24/7")))
                                .get("code")
                                .asString())
                .isEqualTo("facility.bad-position");
        assertThat(
                        json(admin.send(
                                        "PUT",
                                        "/api/facilities/t9",
                                        body.formatted("112.055", "now and then")))
                                .get("code")
                                .asString())
                .isEqualTo("facility.bad-hours");
        assertThat(
                        server.browser()
                                .send("PUT", "/api/facilities/t9", body.formatted("112", "24/7"))
                                .statusCode())
                .isEqualTo(401);
        admin.send(
                "PUT",
                "/api/facilities/t9",
                body.formatted("112.055", "24/7").replace("OUT_OF_SERVICE", "REMOVED"));
        assertThat(
                        json(server.browser().get("/open/facilities?lon=112.055&lat=31.05"))
                                .findValuesAsString("code"))
                .doesNotContain("t9");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
