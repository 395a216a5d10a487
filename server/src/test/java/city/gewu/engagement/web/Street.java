package city.gewu.engagement.web;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.TestTown;
import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseId;
import city.gewu.casework.Casework;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A town, and phones in its streets.
final class Street implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    final TestServer server;

    Street(String... settings) throws Exception {
        server =
                TestServer.start(
                        Stream.concat(
                                        Stream.of(TestDatabase.freshProperties()),
                                        Stream.of(settings))
                                .toArray(String[]::new));
        TestTown.found(server);
        TestTown.classify(server);
    }

    void give(String number, CaseCommand command) {
        long id = id(number);
        int version = (int) count("select version from casework.case_file where case_id = " + id);
        server.bean(Casework.class).command(new CaseId(id), version, command, Actor.system("test"));
    }

    /// From accepted to closed, as a case of broken road.
    void bringToAnEnd(String number) {
        bringToAnEnd(number, "1");
    }

    void bringToAnEnd(String number, String condition) {
        give(number, new File("E0113", Optional.of(condition)));
        give(number, new Dispatch("roads", List.of(), Optional.empty()));
        handle(number);
    }

    /// From dispatched to closed.
    void handle(String number) {
        give(number, new TakeUp());
        give(number, new ReportHandled("已修好", List.of()));
        give(number, new RequestCheck());
        give(number, new PassCheck("属实", List.of()));
        give(number, new Close(""));
    }

    /// The case's id.
    long id(String number) {
        return count("select case_id from casework.case_file where case_no = '" + number + "'");
    }

    long count(String sql) {
        return server.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    Phone phone() {
        return new Phone(server.browser(), UUID.randomUUID().toString());
    }

    @Override
    public void close() {
        server.close();
    }

    record Solved(String id, String nonce) {

        String json() {
            return "{\"id\":\"%s\",\"nonce\":\"%s\"}".formatted(id, nonce);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /// The code of a refusal.
    static String code(HttpResponse<String> answer) {
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

    /// A phone without an account. It sends no token of a page.
    record Phone(Browser browser, String device) {

        JsonNode challenge() throws Exception {
            return json(post("/open/challenges", "{\"device\":\"%s\"}".formatted(device)));
        }

        Solved solve() throws Exception {
            var given = challenge();
            return new Solved(
                    given.get("id").asString(),
                    nonce(given.get("salt").asString(), given.get("bits").asInt()));
        }

        HttpResponse<String> post(String path, String json) throws Exception {
            return browser.send(
                    browser.request(path)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json)));
        }

        HttpResponse<String> report(UUID clientId, Solved solved, String description, String more)
                throws Exception {
            return post(
                    "/open/reports",
                    """
                    {"clientId":"%s","challenge":%s,"position":{"lon":112.05,"lat":31.05},
                     "address":"象山大道12号","category":"E0113","description":"%s"%s}
                    """
                            .formatted(clientId, solved.json(), description, more));
        }

        JsonNode reported(String description, String more) throws Exception {
            var answer = report(UUID.randomUUID(), solve(), description, more);
            if (answer.statusCode() != 201) {
                throw new AssertionError(answer.body());
            }
            return json(answer);
        }

        HttpResponse<String> upload(Solved solved, byte[] photo) throws Exception {
            String edge = "edge";
            String part =
                    "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
            byte[] head = "--%s\r\n%s".formatted(edge, part).getBytes(StandardCharsets.UTF_8);
            byte[] foot = "\r\n--%s--\r\n".formatted(edge).getBytes(StandardCharsets.UTF_8);
            return browser.send(
                    browser.request(
                                    "/open/uploads?challenge=%s&nonce=%s"
                                            .formatted(solved.id(), solved.nonce()))
                            .header("Content-Type", "multipart/form-data; boundary=" + edge)
                            .POST(BodyPublishers.ofByteArrays(List.of(head, photo, foot))));
        }

        JsonNode follow(String code) throws Exception {
            return json(browser.get("/open/reports/" + code));
        }
    }

    private static String nonce(String salt, int bits) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(Integer::toString)
                .filter(nonce ->
                        zeros(sha.digest((salt + ":" + nonce).getBytes(StandardCharsets.UTF_8)))
                                >= bits)
                .findFirst()
                .orElseThrow();
    }

    private static int zeros(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length * 8 && (bytes[zeros / 8] >> (7 - zeros % 8) & 1) == 0) {
            zeros++;
        }
        return zeros;
    }
}
