package city.gewu.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.Casework;
import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.Question;
import city.gewu.patrol.FieldTown;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.territory.GeoJson;
import city.gewu.territory.Territory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a phone stores and what it reports, over HTTP, against the whole application.
class FieldReportTest {

    private static FieldTown town;

    @BeforeAll
    static void open() throws Exception {
        town = FieldTown.open();
        town.hire("li", Post.SUPERVISOR, "centre", "W1");
        town.hire("wang", Post.SUPERVISOR, "centre", "W2");
        town.hire("net", Post.COMMUNITY_GRID_OFFICER, "centre", "W1");
        town.hire("shift", Post.SHIFT_LEAD, "centre", "");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void thePackageHasTheGridsOfTheOwnReachAndAnswersUnchangedWhileNothingChanged()
            throws Exception {
        var answer = town.phone("li").get("/api/field/package");
        var body = FieldTown.JSON.readTree(answer.body());
        assertThat(body.get("grids").get("features").findValuesAsString("id"))
                .containsExactly("W11", "W12", "W13", "W14");
        assertThat(body.get("categories").get(0).get("conditions").get(0).get("filing").get("zh"))
                .hasToString("\"不亮\"");
        assertThat(body.get("person").get("posts").get(0).asString()).isEqualTo("SUPERVISOR");
        assertThat(body.get("settings").get("fenceMetres").asInt()).isEqualTo(200);

        var tag = answer.headers().firstValue("ETag").orElseThrow();
        var again =
                town.phone("li")
                        .send(
                                town.phone("li")
                                        .request("/api/field/package")
                                        .header("If-None-Match", tag)
                                        .GET());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(town.phone("wang").get("/api/field/package").headers().firstValue("ETag"))
                .isNotEqualTo(answer.headers().firstValue("ETag"));
        assertThat(town.phone("shift").get("/api/field/package").statusCode()).isEqualTo(403);
    }

    @Test
    void theTagsTellOfNewGroundWithoutAnybodyHavingLookedAtIt() throws Exception {
        var before = tags();
        assertThat(tags()).isEqualTo(before);
        town.bean(Territory.class)
                .importBaseMap(
                        "roads.geojson",
                        new GeoJson()
                                        .feature(
                                                "\"layer\":\"road\",\"class\":\"primary\",\"name\":\"大道\"",
                                                "{\"type\":\"LineString\",\"coordinates\":[[112.0,31.02],[112.2,31.02]]}")
                                        .stream());
        assertThat(tags()).doesNotContainAnyElementsOf(before);
    }

    private static List<String> tags() throws Exception {
        var tags = new ArrayList<String>();
        for (var path : List.of("/api/field/package", "/api/field/components")) {
            tags.add(town.phone("li").get(path).headers().firstValue("ETag").orElseThrow());
        }
        return tags;
    }

    @Test
    void aReportSentTwiceIsOneCaseAndAnswersTheSame() throws Exception {
        var report = report(UUID.randomUUID(), "report", List.of(town.photo("li")), List.of());
        var first = town.posted("li", "/api/field/reports", report);
        var second = town.posted("li", "/api/field/reports", report);
        assertThat(second).isEqualTo(first);
        assertThat(first.get("grid").asString()).isEqualTo("W11");
        assertThat(first.get("state").asString()).isEqualTo("reported");
        assertThat(cases(first.get("number").asString())).isEqualTo(1);
        var other = town.post("wang", "/api/field/reports", report);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("casework.idempotency-mismatch");
    }

    @Test
    void whatTheCategoryAsksIsOnThePhoneAndItsAnswersTravelWithTheReport() throws Exception {
        var before = tags().getFirst();
        town.bean(Catalogue.class)
                .ask(
                        Map.of(
                                "E0113",
                                List.of(
                                        new Question(
                                                "poles",
                                                new Named("几盏？", "How many lamps?"),
                                                AnswerKind.NUMBER,
                                                true,
                                                List.of()))),
                        "补问",
                        "system:test");
        assertThat(town.got("li", "/api/field/package").get("categories").get(0).get("questions"))
                .hasSize(1);
        assertThat(tags()).as("another scheme").doesNotContain(before);
        var report = report(UUID.randomUUID(), "report", List.of(town.photo("li")), List.of());
        var wrong = town.post("li", "/api/field/reports", answering(report, "{}"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("casework.missing-form-answer");
        var sent = town.posted("li", "/api/field/reports", answering(report, "{\"poles\":\"3\"}"));
        var shown = town.got("li", "/api/cases/" + sent.get("caseId").asLong());
        assertThat(shown.get("answers").get(0).get("answer").get("en").asString()).isEqualTo("3");
        // A phone that had no network when the question was added.
        town.posted(
                "li",
                "/api/field/reports",
                report(UUID.randomUUID(), "report", List.of(town.photo("li")), List.of()));
    }

    private static String answering(String report, String answers) {
        return report.strip().replaceFirst("^\\{", "{\"answers\":" + answers + ",");
    }

    @Test
    void manyTriesAtTheSameMomentAreOneCase() throws Exception {
        var report = report(UUID.randomUUID(), "report", List.of(), List.of());
        try (var phones = Executors.newFixedThreadPool(8)) {
            var tries =
                    phones.invokeAll(
                            IntStream.range(0, 8)
                                    .<java.util.concurrent.Callable<String>>mapToObj(_ ->
                                            () ->
                                                    town.posted("li", "/api/field/reports", report)
                                                            .toString())
                                    .toList());
            assertThat(tries.stream().map(answer -> answer.resultNow()).distinct()).hasSize(1);
        }
    }

    @Test
    void whatWasPutRightOnTheSpotNeedsBothPhotosAndTheRightPost() throws Exception {
        var before = List.of(town.photo("li"));
        var after = List.of(town.photo("li"));
        var fixed =
                town.posted(
                        "li",
                        "/api/field/reports",
                        report(UUID.randomUUID(), "fixed-on-spot", before, after));
        assertThat(fixed.get("state").asString()).isEqualTo("fixed-on-spot");
        var shown = town.got("li", "/api/cases/" + fixed.get("caseId").asLong());
        assertThat(shown.get("state").asString()).isEqualTo("FIXED_ON_SPOT");

        long known = count("select count(*) from casework.case_file");
        var onePhoto = report(UUID.randomUUID(), "fixed-on-spot", before, List.of());
        assertThat(town.post("li", "/api/field/reports", onePhoto).body())
                .contains("patrol.missing-photos");
        var notArrived =
                report(UUID.randomUUID(), "fixed-on-spot", before, List.of("ab".repeat(32)));
        assertThat(town.post("li", "/api/field/reports", notArrived).body())
                .contains("patrol.missing-photos");
        var byOfficer = report(UUID.randomUUID(), "fixed-on-spot", before, after);
        assertThat(town.post("net", "/api/field/reports", byOfficer).body())
                .contains("casework.not-allowed");
        assertThat(count("select count(*) from casework.case_file")).isEqualTo(known);
    }

    @Test
    void theTimeOfThePhoneAndOfTheServerAreBothKeptWhenTheReportComesDaysLate() throws Exception {
        var id = UUID.randomUUID();
        town.posted("li", "/api/field/reports", report(id, "report", List.of(), List.of()));
        assertThat(
                        town.db()
                                .sql(
                                        """
                                        select taken_at = '2026-03-01T01:00:00Z'
                                          and received_at > now() - interval '1 minute'
                                          and abs(skew_ms + 600000) < 60000
                                        from patrol.report where client_id = :id
                                        """)
                                .param("id", id)
                                .query(Boolean.class)
                                .single())
                .isTrue();
        assertThat(town.bean(Casework.class).verify(_ -> {}).broken()).isZero();
    }

    /// From a phone whose clock is ten minutes fast.
    private static String report(UUID id, String kind, List<String> photos, List<String> after) {
        return """
        {"clientId":"%s","kind":"%s","category":"E0113","condition":"1","description":"路灯不亮",
         "position":{"lon":112.02,"lat":31.02},"accuracyMetres":8,
         "takenAt":"2026-03-01T01:00:00Z","sentAt":"%s","photos":%s,"afterPhotos":%s}
        """
                .formatted(id, kind, Instant.now().plusSeconds(600), json(photos), json(after));
    }

    private static String json(List<String> photos) {
        return FieldTown.JSON.writeValueAsString(photos);
    }

    private static long cases(String number) {
        return town.db()
                .sql("select count(*) from casework.case_file where case_no = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private static long count(String sql) {
        return town.db().sql(sql).query(Long.class).single();
    }
}
