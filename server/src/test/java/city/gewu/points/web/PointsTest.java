package city.gewu.points.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseId;
import city.gewu.casework.RefusalGround;
import city.gewu.patrol.FieldTown;
import city.gewu.patrol.Patrol;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.points.Points;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Points of people in the street, over HTTP, against the whole application.
class PointsTest {

    private static final Actor CENTRE = Actor.system("centre");

    private FieldTown town;

    @BeforeEach
    void open() throws Exception {
        town = FieldTown.open();
        town.hire("li", Post.SUPERVISOR, "centre", "W1");
        town.hire("wang", Post.SUPERVISOR, "centre", "W2");
        town.hire("shift", Post.SHIFT_LEAD, "centre", "");
        town.hire("assessor", Post.ASSESSOR, "centre", "");
        town.hire("west", Post.SHIFT_LEAD, "centre", "W1");
        putRulesInForce();
    }

    private void putRulesInForce() throws IOException {
        try (var rules = Files.newInputStream(Path.of("../examples/jingmen/points.yaml"))) {
            town.bean(Points.class).putInForce("points.yaml", rules, "system:test");
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aReportThatBecomesACaseEarnsAPointAndTheSixthOfItsKindNone() throws Exception {
        for (int i = 0; i < 6; i++) {
            file(reported("li"));
        }
        book();
        var own = town.got("li", "/api/field/points");
        assertThat(own.get("total").asInt()).isEqualTo(10_500);
        assertThat(own.get("entries")).hasSize(7);
        assertThat(notes(own)).containsOnlyOnce("minor-cap");
        var entry = own.get("entries").get(1);
        assertThat(entry.get("words").get("zh").asString()).isEqualTo("有效上报");
        assertThat(entry.get("caseId").asLong()).isPositive();
        assertThat(town.got("wang", "/api/field/points").get("total").asInt()).isEqualTo(10_000);
        book();
        assertThat(town.got("li", "/api/field/points").get("entries")).hasSize(7);
    }

    @Test
    void aRefusedReportCostsAPointAndACopyEarnsNobodyOne() throws Exception {
        long refused = reported("li");
        town.command(
                refused, new CaseCommand.RefuseAcceptance(RefusalGround.NOT_FOUND, "未发现"), CENTRE);
        long lead = reported("li");
        file(lead);
        town.command(reported("li"), new CaseCommand.Merge(new CaseId(lead)), CENTRE);
        town.command(reported("wang"), new CaseCommand.Merge(new CaseId(lead)), CENTRE);
        book();
        assertThat(town.got("li", "/api/field/points").get("total").asInt())
                .isEqualTo(10_000 - 100 + 100 - 50);
        assertThat(town.got("wang", "/api/field/points").get("total").asInt()).isEqualTo(10_000);
    }

    @Test
    void aCaseThatIsCancelledTakesItsPointBackByAnEntryOfItsOwn() throws Exception {
        long id = reported("li");
        file(id);
        book();
        town.command(id, new CaseCommand.Cancel("重复立案"), CENTRE);
        book();
        var own = town.got("li", "/api/field/points");
        assertThat(own.get("total").asInt()).isEqualTo(10_000 - 100);
        assertThat(own.get("entries")).hasSize(4);
        assertThat(notes(own)).containsOnlyOnce("no-longer");
        assertThatThrownBy(() -> town.db().sql("update points.entry set amount = 1").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void whoPutsItRightOnTheSpotAndWhoLooksInTimeEarns() throws Exception {
        town.hire("zhao", Post.SUPERVISOR, "centre", "W1");
        fixedOnSpot("li");
        long id = reported("li");
        town.command(id, new CaseCommand.RequestVerification(), CENTRE);
        town.command(
                id, new CaseCommand.ReportVerification(true, "", List.of()), town.actor("zhao"));
        book();
        assertThat(town.got("li", "/api/field/points").get("total").asInt()).isEqualTo(10_200);
        assertThat(town.got("zhao", "/api/field/points").get("total").asInt()).isEqualTo(10_050);
    }

    @Test
    void whoLeavesTheOwnGroundForMoreThanHalfAnHourLosesTwoPointsOnce() throws Exception {
        walkAway("wang", Duration.ofMinutes(25));
        walkAway("li", Duration.ofMinutes(40));
        assertThat(town.bean(Patrol.class).findOffGround()).isEqualTo(2);
        assertThat(town.bean(Patrol.class).findOffGround()).isZero();
        book();
        assertThat(rules("li")).contains("off-ground");
        assertThat(rules("wang")).doesNotContain("off-ground");
    }

    @Test
    void whatOthersFindWhereSomebodyIsOnDutyWasMissed() throws Exception {
        town.hire("checker", Post.CHECKER, "centre", "");
        sign("li", "on", Instant.now().minusSeconds(60), 112.02);
        file(reported("checker"));
        file(reported("wang"));
        book();
        assertThat(town.got("li", "/api/field/points").get("total").asInt()).isEqualTo(9_800);
        assertThat(town.got("wang", "/api/field/points").get("total").asInt()).isEqualTo(10_100);
    }

    @Test
    void nobodyGivesPointsAloneOrToThemselves() throws Exception {
        String li = town.actor("li").id();
        long id =
                town.posted("shift", "/api/points/adjustments", byHand(li, 300, "救助落水儿童"))
                        .get("id")
                        .asLong();
        assertThat(decide("shift", id, true, "").body()).contains("points.same-person");
        assertThat(town.got("shift", "/api/points/adjustments").get(0).get("may")).isEmpty();
        assertThat(town.got("assessor", "/api/points/adjustments").get(0).get("may").toString())
                .contains("decide");
        assertThat(decide("assessor", id, true, "").statusCode()).isEqualTo(204);
        assertThat(decide("assessor", id, true, "").body()).contains("points.decided");
        assertThat(town.got("li", "/api/field/points").get("total").asInt()).isEqualTo(300);

        String shift = town.actor("shift").id();
        assertThat(
                        town.post("shift", "/api/points/adjustments", byHand(shift, 300, "好"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(town.post("shift", "/api/points/adjustments", byHand(li, 300, " ")).body())
                .contains("points.missing-reason");
        assertThat(town.post("shift", "/api/points/adjustments", byHand(li, 0, "无")).body())
                .contains("points.bad-amount");
        assertThat(town.post("li", "/api/points/adjustments", byHand(li, 300, "我")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aGrantedObjectionGivesBackWhatTheEntryTookAndStaysWhenTheDayIsComputedAgain()
            throws Exception {
        long refused = reported("li");
        town.command(
                refused, new CaseCommand.RefuseAcceptance(RefusalGround.NOT_FOUND, "未发现"), CENTRE);
        book();
        var entry = entry("li", "refused-report");
        assertThat(entry.get("may").toString()).contains("object");
        var objection = "{\"entry\":%d,\"reason\":\"现场确有\"}".formatted(entry.get("id").asLong());
        assertThat(town.post("wang", "/api/field/points/objections", objection).statusCode())
                .isEqualTo(404);
        long id = town.posted("li", "/api/field/points/objections", objection).get("id").asLong();
        assertThat(town.post("li", "/api/field/points/objections", objection).body())
                .contains("points.not-objectionable");
        assertThat(decide("shift", id, false, "").body()).contains("points.missing-reason");
        assertThat(decide("shift", id, true, "属实").statusCode()).isEqualTo(204);
        assertThat(town.got("li", "/api/field/points").get("total").asInt()).isEqualTo(10_000);
        file(reported("li"));
        book();
        assertThat(town.got("li", "/api/field/points").get("total").asInt()).isEqualTo(10_100);
    }

    @Test
    void aProvenFalsificationCostsTwentyPointsAndCancelsWhatTheCaseEarned() throws Exception {
        long id = reported("li");
        file(id);
        file(reported("li"));
        book();
        String wish =
                "{\"kind\":\"falsification\",\"person\":\"%s\",\"caseId\":%d,\"reason\":\"照片非现场\"}";
        String li = town.actor("li").id();
        assertThat(
                        town.post("shift", "/api/points/adjustments", wish.formatted(li, 999_999))
                                .statusCode())
                .isEqualTo(404);
        long adjustment =
                town.posted("shift", "/api/points/adjustments", wish.formatted(li, id))
                        .get("id")
                        .asLong();
        assertThat(decide("assessor", adjustment, true, "属实").statusCode()).isEqualTo(204);
        var own = town.got("li", "/api/field/points");
        assertThat(own.get("total").asInt()).isEqualTo(10_000 + 100 - 2_000);
        assertThat(notes(own)).containsOnlyOnce("falsified");
    }

    @Test
    void whoLeadsSeesTheRankingOfTheirPeopleTheirTeamsAndGridsAndNobodyElse() throws Exception {
        file(reported("li"));
        book();
        var all = town.got("shift", "/api/points");
        assertThat(all.get("people")).hasSize(2);
        assertThat(all.get("people").get(0).get("name").asString()).isEqualTo("li");
        assertThat(all.get("people").get(1).get("rank").asInt()).isEqualTo(2);
        assertThat(all.get("teams").get(0).get("mean").asInt()).isEqualTo(10_050);
        assertThat(all.get("grids")).hasSize(2);
        assertThat(town.got("west", "/api/points").get("people")).hasSize(1);
        String wang = town.actor("wang").id();
        assertThat(town.phone("west").get("/api/points/people/" + wang).statusCode())
                .isEqualTo(404);
        assertThat(
                        town.got("shift", "/api/points/people/" + wang)
                                .get("points")
                                .get("total")
                                .asInt())
                .isEqualTo(10_000);
        assertThat(town.phone("li").get("/api/points").statusCode()).isEqualTo(403);
    }

    @Test
    void rulesThatNobodyUnderstandsAreRefusedAndAVersionIsNeverReplaced() {
        assertThatThrownBy(() -> put("version: x\nfrom: soon\n"))
                .hasMessageContaining("points.bad-rules");
        var changed = read().replace("points: 100", "points: 90");
        assertThatThrownBy(() -> put(changed)).hasMessageContaining("points.version-taken");
        put(read());
    }

    private void put(String yaml) {
        town.bean(Points.class)
                .putInForce(
                        "points.yaml",
                        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                        "system:test");
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../examples/jingmen/points.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void book() {
        town.bean(Points.class).bookDueDays();
    }

    private JsonNode entry(String who, String rule) throws Exception {
        for (var entry : town.got(who, "/api/field/points").get("entries")) {
            if (entry.get("rule").asString().equals(rule)) {
                return entry;
            }
        }
        throw new AssertionError("No entry of " + rule);
    }

    private List<String> rules(String who) throws Exception {
        var rules = new ArrayList<String>();
        town.got(who, "/api/field/points")
                .get("entries")
                .forEach(entry -> rules.add(entry.get("rule").asString()));
        return rules;
    }

    private static List<String> notes(JsonNode statement) {
        var notes = new ArrayList<String>();
        statement
                .get("entries")
                .forEach(entry -> {
                    if (entry.has("note")) {
                        notes.add(entry.get("note").asString());
                    }
                });
        return notes;
    }

    private static String byHand(String person, int amount, String reason) {
        return "{\"kind\":\"by-hand\",\"person\":\"%s\",\"amount\":%d,\"reason\":\"%s\"}"
                .formatted(person, amount, reason);
    }

    private HttpResponse<String> decide(String who, long id, boolean granted, String answer)
            throws Exception {
        return town.post(
                who,
                "/api/points/adjustments/" + id + "/decision",
                "{\"granted\":%s,\"answer\":\"%s\"}".formatted(granted, answer));
    }

    private long reported(String who) throws Exception {
        return report(who, "report", "");
    }

    private void fixedOnSpot(String who) throws Exception {
        report(who, "fixed-on-spot", ",\"afterPhotos\":[\"%s\"]".formatted(town.photo(who)));
    }

    private long report(String who, String kind, String more) throws Exception {
        var report =
                """
                {"clientId":"%s","kind":"%s","category":"E0113","condition":"1",
                 "description":"路灯不亮","position":{"lon":112.02,"lat":31.02},"accuracyMetres":8,
                 "takenAt":"%s","sentAt":"%s","photos":["%s"]%s}
                """
                        .formatted(
                                UUID.randomUUID(),
                                kind,
                                Instant.now(),
                                Instant.now(),
                                town.photo(who),
                                more);
        return town.posted(who, "/api/field/reports", report).get("caseId").asLong();
    }

    private void file(long id) {
        town.command(id, new CaseCommand.Accept(), CENTRE);
        town.command(id, new CaseCommand.File("E0113", Optional.of("1")), CENTRE);
    }

    private void sign(String who, String what, Instant at, double lon) throws Exception {
        town.posted(
                who,
                "/api/field/duty",
                """
                {"clientId":"%s","what":"%s","position":{"lon":%s,"lat":31.02},
                 "accuracyMetres":8,"at":"%s","sentAt":"%s"}
                """
                        .formatted(UUID.randomUUID(), what, lon, at, Instant.now()));
    }

    /// A turn some hours ago that begins on the own ground and goes into the other ward's far side
    /// for a while.
    private void walkAway(String who, Duration away) throws Exception {
        double home = who.equals("li") ? 112.05 : 112.15;
        double far = who.equals("li") ? 112.15 : 112.05;
        var from = Instant.now().minus(Duration.ofHours(4));
        sign(who, "on", from, home);
        var points = new ArrayList<String>();
        for (int minute = 0; minute < 90; minute++) {
            boolean off = minute >= 20 && minute <= 20 + away.toMinutes();
            // Nobody can be so far away a minute later; four points that agree are believed.
            points.add(
                    "{\"at\":\"%s\",\"lon\":%s,\"lat\":31.02,\"accuracy\":5,\"speed\":1,\"mock\":false}"
                            .formatted(
                                    from.plusSeconds(minute * 60L + (off ? 1 : 0)),
                                    off ? far : home));
        }
        town.posted(
                who,
                "/api/field/positions",
                "{\"clientId\":\"%s\",\"points\":[%s]}"
                        .formatted(UUID.randomUUID(), String.join(",", points)));
        sign(who, "off", from.plus(Duration.ofMinutes(95)), home);
    }
}
