package city.gewu.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseId;
import city.gewu.casework.FieldCases.Finding;
import city.gewu.patrol.FieldTown;
import city.gewu.patrol.Patrol;
import city.gewu.patrol.Patrol.Look;
import city.gewu.patrol.model.BlindDraw;
import city.gewu.patrol.model.Task.State;
import city.gewu.patrol.store.DrawStore;
import city.gewu.patrol.store.TaskStore;
import city.gewu.patrol.usecase.GiveTasks;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Verification and check, given blind, over HTTP, against the whole application.
class TaskTest {

    private static final Actor CENTRE = Actor.system("centre");
    private static final CaseCommand PASSED = new CaseCommand.PassCheck("亮了", List.of());

    private FieldTown town;

    @BeforeEach
    void open() throws Exception {
        town = FieldTown.open();
        town.hire("finder", Post.SUPERVISOR, "centre", "W1");
        town.hire("looker", Post.SUPERVISOR, "centre", "W1");
        town.hire("shift", Post.SHIFT_LEAD, "centre", "");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aVerificationGoesToSomebodyElseThanTheFinderWithoutNames() throws Exception {
        long id = reported();
        town.command(id, new CaseCommand.RequestVerification(), CENTRE);
        give();
        assertThat(town.got("finder", "/api/field/tasks")).isEmpty();
        var tasks = town.got("looker", "/api/field/tasks");
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0).get("kind").asString()).isEqualTo("verification");
        assertThat(tasks.get(0).get("grid").asString()).isEqualTo("W11");
        assertThat(tasks.toString()).doesNotContain(town.actor("finder").id(), "finder");
        assertToldOfOnce("looker", "task-verification");

        long task = tasks.get(0).get("id").asLong();
        var wish = result(UUID.randomUUID(), "confirmed", "", 112.02);
        assertThat(town.post("finder", path(task), wish).statusCode()).isEqualTo(404);
        var answer = town.posted("looker", path(task), wish);
        assertThat(answer.get("applied").asBoolean()).isTrue();
        assertThat(answer.get("far").asBoolean()).isFalse();
        assertThat(town.posted("looker", path(task), wish)).isEqualTo(answer);
        assertThat(state(id)).isEqualTo("ACCEPTED");
        assertThat(town.got("looker", "/api/field/tasks")).isEmpty();
    }

    @Test
    void aFailedCheckIsCheckedByYetAnotherPersonAndThePhotosAreSeenByWhoHasTheTask()
            throws Exception {
        town.hire("other", Post.CHECKER, "centre", "W2");
        long id = handled();
        give();
        assertThat(town.got("looker", "/api/field/tasks")).hasSize(1);
        long first = onlyTask("looker");
        var noWords = result(UUID.randomUUID(), "failed", "", 112.02);
        assertThat(town.post("looker", path(first), noWords).body())
                .contains("casework.missing-reason");
        var failed =
                town.posted(
                        "looker", path(first), result(UUID.randomUUID(), "failed", "还黑", 112.05));
        assertThat(failed.get("far").asBoolean()).isTrue();

        handleAgain(id);
        give();
        assertThat(town.got("looker", "/api/field/tasks")).isEmpty();
        assertThat(waiting().get("why").asString()).contains("finder:1", "checked-last:1");

        // Somebody of the next ward is not near; one who is posted to the whole city is here.
        town.hire("city", Post.CHECKER, "centre", "");
        give();
        long second = onlyTask("city");
        assertThat(
                        town.posted(
                                        "city",
                                        path(second),
                                        result(UUID.randomUUID(), "passed", "", 112.02))
                                .get("applied")
                                .asBoolean())
                .isTrue();
        assertThat(state(id)).isEqualTo("TO_CLOSE");

        var draws = town.got("shift", "/api/patrol/cases/" + id + "/draws");
        assertThat(draws).hasSize(2);
        for (var draw : draws) {
            var candidates = new ArrayList<String>();
            draw.get("candidates").forEach(one -> candidates.add(one.asString()));
            assertThat(BlindDraw.pick(candidates, Long.parseLong(draw.get("seed").asString())))
                    .contains(draw.get("person").asString());
        }
        assertThat(town.phone("looker").get("/api/patrol/cases/" + id + "/draws").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoCannotGetThereHandsItOnAndIsNotAskedAgain() throws Exception {
        town.hire("third", Post.SUPERVISOR, "centre", "W1");
        long id = reported();
        town.command(id, new CaseCommand.RequestVerification(), CENTRE);
        give();
        String who = town.got("looker", "/api/field/tasks").isEmpty() ? "third" : "looker";
        String other = who.equals("third") ? "looker" : "third";
        town.posted(who, path(onlyTask(who)), result(UUID.randomUUID(), "unreachable", "", 112.02));
        give();
        assertThat(town.got(who, "/api/field/tasks")).isEmpty();
        assertThat(town.got(other, "/api/field/tasks")).hasSize(1);
        assertThat(state(id)).isEqualTo("VERIFYING");
    }

    @Test
    void whileSomebodyIsDrawnNobodyElseAnswersAlsoNotAtTheDesk() throws Exception {
        town.hire("third", Post.CHECKER, "centre", "W1");
        long id = handled();
        assertThat(openAtDesk("third", id)).contains("pass-check", "fail-check");
        give();
        String drawn = town.got("looker", "/api/field/tasks").isEmpty() ? "third" : "looker";
        String other = drawn.equals("third") ? "looker" : "third";
        for (String somebodyElse : List.of(other, "finder")) {
            assertThat(openAtDesk(somebodyElse, id)).doesNotContain("pass-check", "fail-check");
            assertThatThrownBy(() -> town.command(id, PASSED, town.actor(somebodyElse)))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused ->
                                    assertThat(refused.refusal().code())
                                            .isEqualTo("casework.drawn-for-another"));
        }
        assertThat(state(id)).isEqualTo("CHECKING");
        assertThat(openAtDesk(drawn, id)).contains("pass-check", "fail-check");
        town.command(id, PASSED, town.actor(drawn));
        assertThat(state(id)).isEqualTo("TO_CLOSE");
    }

    private List<String> openAtDesk(String who, long id) throws Exception {
        return town.got(who, "/api/cases/" + id).get("commands").findValuesAsString("command");
    }

    @Test
    void aResultThatComesWhenTheCaseHasMovedOnIsKeptAndSaysSo() throws Exception {
        long id = reported();
        town.command(id, new CaseCommand.RequestVerification(), CENTRE);
        give();
        long task = onlyTask("looker");
        town.command(
                id, new CaseCommand.ReportVerification(true, "", List.of()), Actor.system("desk"));
        give();
        var late =
                town.posted(
                        "looker", path(task), result(UUID.randomUUID(), "confirmed", "在", 112.02));
        assertThat(late.get("applied").asBoolean()).isFalse();
        assertThat(late.get("why").asString()).isEqualTo("patrol.overtaken");
        assertThat(
                        town.db()
                                .sql("select state || ' ' || note from patrol.task")
                                .query(String.class)
                                .single())
                .isEqualTo("ENDED 在");
    }

    @Test
    void aResultWhoseServerDiedBeforeTheCaseHeardOfItIsAskedForAgain() throws Exception {
        long id = reported();
        town.command(id, new CaseCommand.RequestVerification(), CENTRE);
        give();
        long task = onlyTask("looker");
        diedTelling("5 minutes");
        give();
        assertThat(town.got("looker", "/api/field/tasks")).isEmpty();
        diedTelling("20 minutes");
        give();
        assertThat(onlyTask("looker")).isEqualTo(task);
        var answer =
                town.posted(
                        "looker", path(task), result(UUID.randomUUID(), "confirmed", "", 112.02));
        assertThat(answer.get("applied").asBoolean()).isTrue();
        assertThat(state(id)).isEqualTo("ACCEPTED");

        // Killed after the case heard of it, the task is done.
        diedTelling("20 minutes");
        give();
        assertThat(taskState()).isEqualTo("DONE");
    }

    private void diedTelling(String ago) {
        town.db()
                .sql(
                        """
                        update patrol.task
                        set state = 'TELLING',
                          client_id = gen_random_uuid(),
                          outcome = 'CONFIRMED',
                          received_at = now() - cast(:ago as interval)
                        """)
                .param("ago", ago)
                .update();
    }

    private String taskState() {
        return town.db().sql("select state from patrol.task").query(String.class).single();
    }

    @Test
    void whatBecameOfATaskMeanwhileIsNotWrittenOver() throws Exception {
        long id = reported();
        town.command(id, new CaseCommand.RequestVerification(), CENTRE);
        give();
        long task = onlyTask("looker");
        town.db().sql("update patrol.task set state = 'LATE'").update();
        var store = town.bean(TaskStore.class);
        store.settle(task, State.TELLING, State.DONE, "");
        store.giveBack(task);
        assertThat(taskState()).isEqualTo("LATE");
    }

    @Test
    void ofThoseThatNobodyCanHaveTheOneTriedLongestAgoComesFirst() throws Exception {
        town.db()
                .sql("update people.posting set last_day = '2020-01-02' where person_id = :looker")
                .param("looker", town.actor("looker").id())
                .update();
        for (int i = 0; i < 2; i++) {
            town.command(reported(), new CaseCommand.RequestVerification(), CENTRE);
        }
        give();
        var draws = town.bean(DrawStore.class);
        long first = draws.listWaiting(true, 1).getFirst().id();
        draws.keepWaiting(first, "nobody-posted", Instant.now());
        long second = draws.listWaiting(true, 1).getFirst().id();
        assertThat(second).isNotEqualTo(first);
        draws.keepWaiting(second, "nobody-posted", Instant.now());
        assertThat(draws.listWaiting(true, 1).getFirst().id()).isEqualTo(first);
    }

    @Test
    void whoLeadsAWardSeesTheTasksOfItsCasesAndNoOthers() throws Exception {
        town.hire("west", Post.SHIFT_LEAD, "centre", "W1");
        town.hire("east", Post.SHIFT_LEAD, "centre", "W2");
        town.command(reported(), new CaseCommand.RequestVerification(), CENTRE);
        give();
        assertThat(town.got("west", "/api/patrol/tasks")).hasSize(1);
        assertThat(town.got("shift", "/api/patrol/tasks")).hasSize(1);
        assertThat(town.got("east", "/api/patrol/tasks")).isEmpty();
    }

    @Test
    void whoIsOnDutyInTheNextGridSeesThePhotosOfTheTaskAndNoOtherCase() throws Exception {
        town.hire("near", Post.SUPERVISOR, "centre", "W1/W12");
        town.posted("near", "/api/field/duty", duty());
        town.db()
                .sql(
                        """
                        update people.posting set last_day = '2020-01-02'
                        where person_id = :looker
                        """)
                .param("looker", town.actor("looker").id())
                .update();
        long id = reported();
        assertThat(town.phone("near").get("/api/cases/" + id).statusCode()).isEqualTo(404);
        town.command(id, new CaseCommand.RequestVerification(), CENTRE);
        give();
        var task = town.got("near", "/api/field/tasks").get(0);
        String photo = task.get("photosBefore").get(0).asString();
        String seen = "/api/cases/" + id + "/photos/" + photo;
        assertThat(town.phone("near").get(seen).statusCode()).isEqualTo(200);
        assertThat(town.phone("near").get("/api/cases/" + id).statusCode()).isEqualTo(404);
        town.posted(
                "near",
                path(task.get("id").asLong()),
                result(UUID.randomUUID(), "not-confirmed", "没有", 112.02));
        assertThat(state(id)).isEqualTo("REPORTED");
        assertThat(town.phone("near").get(seen).statusCode()).isEqualTo(404);
    }

    private void give() {
        town.bean(GiveTasks.class).give();
    }

    private long onlyTask(String who) throws Exception {
        var tasks = town.got(who, "/api/field/tasks");
        assertThat(tasks).hasSize(1);
        return tasks.get(0).get("id").asLong();
    }

    private JsonNode waiting() throws Exception {
        var task = town.got("shift", "/api/patrol/tasks").get(0);
        assertThat(task.get("state").asString()).isEqualTo("waiting");
        return task;
    }

    private static String path(long task) {
        return "/api/field/tasks/" + task + "/result";
    }

    /// Whoever was drawn hears of it once, however many rounds there are, and nobody else does.
    private void assertToldOfOnce(String who, String topic) throws Exception {
        give();
        for (var name : List.of("finder", "looker", "shift")) {
            var topics = town.got(name, "/api/notices").get("items").findValuesAsString("topic");
            assertThat(topics)
                    .as(name)
                    .containsExactlyElementsOf(name.equals(who) ? List.of(topic) : List.of());
        }
    }

    private String state(long id) throws Exception {
        return town.got("shift", "/api/cases/" + id).get("state").asString();
    }

    /// What came before the platform is judged like the rest: a day to answer, a hundred metres.
    @Test
    void looksHadElsewhereAreKeptOnceWithTheirTimeAndTheirDistance() throws Exception {
        long id = reported();
        var asked = Instant.parse("2026-11-20T01:00:00Z");
        var answered = new Patrol.Spot(asked.plusSeconds(600), 112.05, 31.02, 5);
        var looks =
                List.of(
                        look(id, asked.minusSeconds(90_000), Optional.empty()),
                        look(id, asked, Optional.of(answered)));
        var patrol = town.bean(Patrol.class);
        assertThat(patrol.keepLooks(looks)).isEqualTo(2);
        assertThat(patrol.keepLooks(looks)).isZero();
        assertThat(
                        town.bean(JdbcClient.class)
                                .sql(
                                        """
                                        select concat_ws(' ', kind, state, outcome, due_at - given_at,
                                          at - given_at, received_at = at, far)
                                        from patrol.task
                                        where case_id = :id
                                        order by given_at
                                        """)
                                .param("id", id)
                                .query(String.class)
                                .list())
                .containsExactly("CHECK LATE  1 day f", "CHECK DONE PASSED 1 day 00:10:00 t t");
        assertThat(town.got("looker", "/api/field/tasks")).isEmpty();
    }

    private Look look(long about, Instant asked, Optional<Patrol.Spot> spot) {
        return new Look(
                UUID.randomUUID(),
                new CaseId(about),
                Finding.Kind.PASSED,
                0,
                town.actor("looker").id(),
                asked,
                spot);
    }

    private long reported() throws Exception {
        var report =
                """
                {"clientId":"%s","kind":"report","category":"E0113","condition":"1",
                 "description":"路灯不亮","position":{"lon":112.02,"lat":31.02},"accuracyMetres":8,
                 "takenAt":"%s","sentAt":"%s","photos":["%s"]}
                """
                        .formatted(
                                UUID.randomUUID(),
                                Instant.now(),
                                Instant.now(),
                                town.photo("finder"));
        return town.posted("finder", "/api/field/reports", report).get("caseId").asLong();
    }

    private long handled() throws Exception {
        long id = reported();
        town.command(id, new CaseCommand.Accept(), CENTRE);
        town.command(id, new CaseCommand.File("E0113", Optional.of("1")), CENTRE);
        town.command(id, new CaseCommand.Dispatch("roads", List.of(), Optional.empty()), CENTRE);
        town.command(id, new CaseCommand.TakeUp(), CENTRE);
        handleAgain(id);
        return id;
    }

    private void handleAgain(long id) {
        town.command(id, new CaseCommand.ReportHandled("好了", List.of()), CENTRE);
        town.command(id, new CaseCommand.RequestCheck(), CENTRE);
    }

    private static String duty() {
        return """
        {"clientId":"%s","what":"on","position":{"lon":112.07,"lat":31.02},"accuracyMetres":8,
         "at":"%s","sentAt":"%s"}
        """
                .formatted(UUID.randomUUID(), Instant.now(), Instant.now());
    }

    private static String result(UUID id, String outcome, String note, double lon) {
        return """
        {"clientId":"%s","outcome":"%s","note":"%s","photos":[],
         "position":{"lon":%s,"lat":31.02},"accuracyMetres":8,"at":"%s","sentAt":"%s"}
        """
                .formatted(id, outcome, note, lon, Instant.now(), Instant.now());
    }
}
