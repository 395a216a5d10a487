package city.gewu.engagement.web;

import static city.gewu.engagement.web.Street.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer.Browser;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reporting with a plain form, as a browser without a script sends it.
class PlainReportTest {

    private static final String HERE = "/open/pages/report";

    private static Street street;
    private static Browser lead;

    @BeforeAll
    static void start() throws Exception {
        street = new Street("gewu.limits.open-writes=12", "gewu.engagement.hold-at=1000");
        lead = street.server.signedIn("lead", Post.SHIFT_LEAD);
        street.server
                .bean(People.class)
                .saveDepartment(new Department("roads", new Named("市政", "Roads"), "", "bureau"));
    }

    @AfterAll
    static void stop() {
        street.close();
    }

    @Test
    void aReportWithoutAScriptIsHeldWithItsPhotoAndFollowedByItsCode() throws Exception {
        var browser = street.server.browser();
        var page = browser.get(HERE + "?lang=en&lon=112.05&lat=31.05&address=Market").body();
        assertThat(page).contains("multipart/form-data", "Market").doesNotContain("<script");

        var id = UUID.randomUUID();
        var answer = send(browser, id, "A lamp is out at the market", photo());
        assertThat(answer.statusCode()).isEqualTo(200);
        var code = answer.body().replaceAll("(?s).*/open/pages/reports/([0-9A-Z-]+).*", "$1");
        assertThat(browser.get("/open/pages/reports/" + code).statusCode()).isEqualTo(200);
        assertThat(send(browser, id, "A lamp is out at the market", photo()).body()).contains(code);

        var held = held("A lamp is out");
        assertThat(held.get("grounds").toString()).contains("no-script");
        assertThat(held.get("photos").asInt()).isEqualTo(1);
        var released =
                json(
                        lead.send(
                                "POST",
                                "/api/held-reports/" + held.get("id").asLong() + "/release",
                                "{}"));
        assertThat(released.toString()).contains("\"state\":\"taken\"");
        assertRated(browser, code);
    }

    private static void assertRated(Browser browser, String code) throws Exception {
        var number = json(browser.get("/open/reports/" + code)).get("number").asString();
        street.give(number, new Accept());
        street.bringToAnEnd(number);
        var page = "/open/pages/reports/" + code;
        assertThat(browser.get(page + "?lang=en").body()).contains("Is it solved?", "5 is best");
        var fields = List.of("solved=true", "stars=4", "words=It is", "lang=en");
        assertThat(post(browser, page + "/rating", fields, null).body())
                .contains("You said: solved.")
                .doesNotContain("Is it solved?", "role=\"alert\"");
        var other = List.of("solved=false", "stars=1", "words=", "lang=en");
        assertThat(post(browser, page + "/rating", other, null).body())
                .contains("role=\"alert\"", "You said: solved.");
    }

    @Test
    void whatIsMissingIsSaidOnThePageAndWhatWasWrittenStays() throws Exception {
        var browser = street.server.browser();
        assertThat(browser.get(HERE + "?lang=en").body()).contains("/open/pages/places");
        var empty = send(browser, UUID.randomUUID(), " ", null);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("role=\"alert\"", "says nothing", "Market street 1");
        var bad =
                send(
                        browser,
                        UUID.randomUUID(),
                        "A file that is none",
                        "no photo".getBytes(StandardCharsets.UTF_8));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("A file that is none");
    }

    @Test
    void aPlaceIsFoundByItsNameAndWhatIsTypedIsNeverMarkup() throws Exception {
        var browser = street.server.browser();
        var found = browser.get("/open/pages/places?lang=en&q=%3Cb%3Eroad").body();
        assertThat(found).contains("&lt;b&gt;road").doesNotContain("<b>road");
        // Around a place that was found one looks for what is near, and the place stays chosen.
        var near = browser.get("/open/pages/facilities?lang=en&lon=112.06&lat=31.06").body();
        assertThat(near).contains("name=\"lon\" value=\"112.06\"", "/open/pages/places?lang=en");
    }

    private static HttpResponse<String> send(
            Browser browser,
            UUID id,
            String words,
            byte @org.jspecify.annotations.Nullable [] photo)
            throws Exception {
        return post(
                browser,
                HERE,
                List.of(
                        "clientId=" + id,
                        "lon=112.05",
                        "lat=31.05",
                        "address=Market street 1",
                        "description=" + words,
                        "category=",
                        "phone=",
                        "name=",
                        "lang=en"),
                photo);
    }

    private static HttpResponse<String> post(
            Browser browser,
            String path,
            List<String> fields,
            byte @org.jspecify.annotations.Nullable [] photo)
            throws Exception {
        String edge = "edge";
        var head = new StringBuilder();
        for (var field : fields) {
            var parts = field.split("=", 2);
            head.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(edge, parts[0], parts[1]));
        }
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(edge, photo == null ? "" : "a.png"));
        byte[] foot = "\r\n--%s--\r\n".formatted(edge).getBytes(StandardCharsets.UTF_8);
        return browser.send(
                browser.request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(
                                BodyPublishers.ofByteArrays(
                                        List.of(
                                                head.toString().getBytes(StandardCharsets.UTF_8),
                                                photo == null ? new byte[0] : photo,
                                                foot))));
    }

    private static JsonNode held(String beginning) throws Exception {
        for (var one : json(lead.get("/api/held-reports"))) {
            if (one.get("description").asString().startsWith(beginning)) {
                return one;
            }
        }
        throw new AssertionError("Nothing is held that begins with " + beginning);
    }

    private static byte[] photo() throws Exception {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            image.setRGB(x, x % 30, 0x336699 + x * 999);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
