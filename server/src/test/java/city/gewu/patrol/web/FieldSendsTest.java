package city.gewu.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.Casework;
import city.gewu.patrol.FieldTown;
import city.gewu.people.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A day's work of a phone in one request, over HTTP, against the whole application.
class FieldSendsTest {

    private static final String SENDS = "/api/field/sends";
    private static FieldTown town;
    private final Instant now = Instant.now();
    private final Instant began = now.minus(Duration.ofMinutes(20));

    @BeforeAll
    static void open() throws Exception {
        town = FieldTown.open();
        town.hire("li", Post.SUPERVISOR, "centre", "W1");
        town.hire("wang", Post.SUPERVISOR, "centre", "W2");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void aDayInOneRequestIsKeptAsIfEachHadComeByItselfAndSentTwiceItIsOne() throws Exception {
        var ids = ids(4);
        var day =
                """
                {"duty":[{"clientId":"%s","what":"on","position":{"lon":112.02,"lat":31.02},
                          "accuracyMetres":8,"at":"%s","sentAt":"%s"}],
                 "positions":[%s],
                 "reports":[%s,%s]}
                """
                        .formatted(
                                ids.get(0),
                                began,
                                now,
                                points(ids.get(1), 6),
                                report(ids.get(2), "report", List.of(), List.of()),
                                report(
                                        ids.get(3),
                                        "fixed-on-spot",
                                        List.of(town.photo("li")),
                                        List.of(town.photo("li"))));
        var first = town.posted("li", SENDS, day);
        assertThat(first.get("sent").findValuesAsString("clientId"))
                .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
        assertThat(first.get("sent").get(0).get("duty").get("onDuty").asBoolean()).isTrue();
        assertThat(first.get("sent").get(1).get("positions").get("kept").asInt())
                .as("the turn that the same request began holds them")
                .isEqualTo(6);
        assertThat(state(first, 2)).isEqualTo("reported");
        assertThat(state(first, 3)).isEqualTo("fixed-on-spot");
        assertThat(town.posted("li", SENDS, day)).isEqualTo(first);
        assertThat(
                        town.posted(
                                "li",
                                "/api/field/reports",
                                report(ids.get(2), "report", List.of(), List.of())))
                .as("at its own address it is the same report")
                .isEqualTo(first.get("sent").get(2).get("report"));
        assertThat(cases(ids)).isEqualTo(2);
        assertThat(
                        town.db()
                                .sql(
                                        "select count(*) from patrol.position_batch where client_id = :id")
                                .param("id", ids.get(1))
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(town.bean(Casework.class).verify(_ -> {}).broken()).isZero();
    }

    @Test
    void oneThatIsRefusedKeepsNoOtherBackAndIsToldWhatItsOwnAddressWouldSay() throws Exception {
        var ids = ids(4);
        var taken = report(ids.get(3), "report", List.of(), List.of());
        town.posted("wang", "/api/field/reports", taken);
        var answer =
                town.posted(
                        "li",
                        SENDS,
                        """
                        {"reports":[%s,%s,%s,%s],
                         "results":[{"task":987654,"result":{"clientId":"%s","outcome":"passed",
                           "position":{"lon":112.02,"lat":31.02},"accuracyMetres":8,
                           "at":"%s","sentAt":"%s"}}]}
                        """
                                .formatted(
                                        report(ids.get(0), "report", List.of(), List.of()),
                                        report(
                                                ids.get(1),
                                                "report",
                                                List.of("ab".repeat(32)),
                                                List.of()),
                                        report(ids.get(2), "report", List.of(), List.of())
                                                .replace("E0113", "E9999"),
                                        taken,
                                        UUID.randomUUID(),
                                        now,
                                        now));
        assertThat(state(answer, 0)).isEqualTo("reported");
        assertThat(
                        Stream.of(1, 2, 3, 4)
                                .map(i -> answer.get("sent").get(i).get("refused"))
                                .map(no -> no.get("status") + " " + no.get("code").asString()))
                .containsExactly(
                        "422 patrol.missing-photos",
                        "404 casework.unknown-category",
                        "409 casework.idempotency-mismatch",
                        "404 patrol.not-found");
        assertThat(cases(ids)).as("of the good one and of the other person").isEqualTo(2);
    }

    @Test
    void theSameDayComingSeveralTimesAtOnceIsOne() throws Exception {
        var ids = ids(6);
        var day =
                ids.stream()
                        .map(id -> report(id, "report", List.of(), List.of()))
                        .collect(Collectors.joining(",", "{\"reports\":[", "]}"));
        try (var phones = Executors.newFixedThreadPool(8)) {
            var tries =
                    phones.invokeAll(
                            IntStream.range(0, 8)
                                    .<Callable<String>>mapToObj(
                                            _ -> () -> town.posted("li", SENDS, day).toString())
                                    .toList());
            var answers = new ArrayList<String>();
            for (var one : tries) {
                answers.add(one.get());
            }
            assertThat(answers.stream().distinct()).hasSize(1);
        }
        assertThat(cases(ids)).isEqualTo(6);
        assertThat(
                        town.db()
                                .sql(
                                        "select count(*) from patrol.report where client_id = any(:ids)")
                                .param("ids", ids.toArray(UUID[]::new))
                                .query(Long.class)
                                .single())
                .isEqualTo(6);
    }

    @Test
    void whatTheLogSaysOfIt() throws Exception {
        var ids = ids(2);
        var answer =
                town.posted(
                        "li",
                        SENDS,
                        "{\"reports\":[%s,%s]}"
                                .formatted(
                                        report(ids.get(0), "report", List.of(), List.of()),
                                        report(
                                                ids.get(1),
                                                "report",
                                                List.of("ab".repeat(32)),
                                                List.of())));
        var entry =
                town.db()
                        .sql(
                                """
                                select details from audit.entry
                                where action = 'field.sends.create' order by seq desc limit 1
                                """)
                        .query(String.class)
                        .single();
        var details = FieldTown.JSON.readTree(entry);
        assertThat(details.get("cases").asString())
                .isEqualTo(answer.get("sent").get(0).get("report").get("caseId").asString());
        assertThat(details.get("refused").asString()).isEqualTo("patrol.missing-photos");
    }

    @Test
    void aRequestThatIsNotFilledInIsRefusedWhole() throws Exception {
        var ids = ids(2);
        var day =
                "{\"reports\":[%s,%s]}"
                        .formatted(
                                report(ids.get(0), "report", List.of(), List.of()),
                                report(ids.get(1), "nothing", List.of(), List.of()));
        assertThat(town.post("li", SENDS, day).statusCode()).isEqualTo(400);
        assertThat(cases(ids)).isZero();
    }

    private static List<UUID> ids(int many) {
        return Stream.generate(UUID::randomUUID).limit(many).toList();
    }

    private static String state(JsonNode answer, int index) {
        return answer.get("sent").get(index).get("report").get("state").asString();
    }

    private static long cases(List<UUID> ids) {
        return town.db()
                .sql(
                        """
                        select count(*) from casework.case_file
                        where origin = 'live:field' and origin_id = any(:ids)
                        """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private String report(UUID id, String kind, List<String> photos, List<String> after) {
        return """
        {"clientId":"%s","kind":"%s","category":"E0113","condition":"1","description":"路灯不亮",
         "position":{"lon":112.02,"lat":31.02},"accuracyMetres":8,"takenAt":"%s","sentAt":"%s",
         "photos":%s,"afterPhotos":%s}
        """
                .formatted(
                        id,
                        kind,
                        began,
                        now,
                        FieldTown.JSON.writeValueAsString(photos),
                        FieldTown.JSON.writeValueAsString(after));
    }

    private String points(UUID id, int many) {
        return IntStream.range(0, many)
                .mapToObj(i ->
                        "{\"at\":\"%s\",\"lon\":%s,\"lat\":31.02,\"accuracy\":5}"
                                .formatted(began.plusSeconds(15L * i), 112.02 + i * 0.0001))
                .collect(
                        Collectors.joining(
                                ",", "{\"clientId\":\"%s\",\"points\":[".formatted(id), "]}"));
    }
}
