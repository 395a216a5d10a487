package city.gewu.casework.web;

import static city.gewu.casework.web.Centre.PHOTO;
import static city.gewu.casework.web.Centre.assertRefused;
import static city.gewu.casework.web.Centre.body;
import static city.gewu.casework.web.Centre.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CommandName;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A case over HTTP, as the people of the centre and of a department live it.
class CaseJourneyTest {

    private Centre centre;

    @BeforeEach
    void open() {
        centre = new Centre();
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void aCaseGoesFromTheReportToItsClosing() {
        var reported = centre.reported();
        long id = reported.get("id").asLong();
        assertThat(reported.get("caseNo").asString()).startsWith("JM20260302");

        centre.as(CityFixture.CLERK).gives(id, 1, "accept", "");
        centre.as(CityFixture.SHIFT_LEAD)
                .gives(id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"1\"");
        centre.as(CityFixture.DISPATCHER)
                .gives(id, 3, "dispatch", ",\"department\":\"roads\",\"assisting\":[\"parks\"]");

        centre.who = CityFixture.HANDLER;
        var dispatched = centre.open(id);
        assertThat(dispatched.get("deadline").get("dueAt").asString())
                .isEqualTo("2026-03-02T05:00:00Z");
        assertThat(dispatched.get("deadline").get("limit").get("amount").asInt()).isEqualTo(4);
        assertThat(dispatched.get("departmentName").get("zh").asString()).isEqualTo("roads");
        assertThat(dispatched.get("conditionName").get("zh").asString()).isEqualTo("破损");
        assertThat(dispatched.get("place").get(1).get("name").get("en").asString()).isEqualTo("S2");
        assertThat(dispatched.get("commands").findValuesAsString("command"))
                .contains("take-up", "return-to-dispatcher")
                .doesNotContain("close");

        centre.gives(id, 4, "take-up", "");
        centre.as(CityFixture.GARDENER)
                .gives(id, 5, "report-assisted", ",\"department\":\"parks\"");
        centre.as(CityFixture.HANDLER)
                .gives(id, 6, "report-handled", ",\"note\":\"换灯泡\",\"after\":[\"" + PHOTO + "\"]");
        centre.as(CityFixture.CLERK).gives(id, 7, "request-check", "");
        centre.as(CityFixture.CHECKER)
                .gives(id, 8, "pass-check", ",\"photos\":[\"" + PHOTO + "\"]");
        centre.as(CityFixture.SHIFT_LEAD).gives(id, 9, "close", "");

        var closed = centre.open(id);
        assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("light").asString()).isEqualTo("green");
        assertThat(closed.get("photos").get("after").get(0).asString()).isEqualTo(PHOTO);
        assertThat(closed.get("timeline").findValuesAsString("kind"))
                .startsWith("reported", "accepted", "filed", "dispatched")
                .endsWith("closed");
        assertThat(closed.get("timeline").findValuesAsString("actorName"))
                .startsWith("supervisor", "clerk", "lead", "dispatcher");
        assertThat(closed.get("timeline").get(3).get("details").get("department").asString())
                .isEqualTo("roads");
        assertThat(centre.http.get().uri("/api/cases/" + id).exchange())
                .hasHeader("ETag", "\"10\"");
    }

    @Test
    void theStagesOfALimitLeadToEachOther() {
        long id = centre.reported().get("id").asLong();
        centre.as(CityFixture.CLERK).gives(id, 1, "accept", "");
        centre.as(CityFixture.SHIFT_LEAD)
                .gives(id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"2\"");
        centre.as(CityFixture.DISPATCHER)
                .gives(id, 3, "dispatch", ",\"department\":\"roads\",\"assisting\":[]");
        centre.as(CityFixture.HANDLER).gives(id, 4, "take-up", "");
        centre.gives(id, 5, "report-handled", ",\"note\":\"围好\",\"after\":[\"" + PHOTO + "\"]");
        centre.as(CityFixture.CLERK).gives(id, 6, "request-check", "");
        centre.as(CityFixture.CHECKER)
                .gives(id, 7, "pass-check", ",\"photos\":[\"" + PHOTO + "\"]");
        centre.as(CityFixture.SHIFT_LEAD).gives(id, 8, "close", "");

        var first = centre.open(id);
        var after = first.get("stageAfter");
        assertThat(first.path("stageBefore").isObject()).isFalse();
        assertThat(after.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(after.get("limit").get("amount").asInt()).isEqualTo(9);
        assertThat(after.get("condition").get("zh").asString()).isEqualTo("已围护，尚未回填");
        long next = after.get("id").asLong();
        assertThat(centre.http.get().uri("/api/cases/" + id).exchange())
                .hasHeader("ETag", "\"9.4\"");

        var second = centre.open(next);
        assertThat(second.path("stageAfter").isObject()).isFalse();
        assertThat(second.get("stageBefore").get("id").asLong()).isEqualTo(id);
        assertThat(second.get("stageBefore").get("state").asString()).isEqualTo("CLOSED");
        assertThat(second.get("stageBefore").get("limit").get("amount").asInt()).isEqualTo(2);
        assertThat(second.get("description").asString())
                .contains(first.get("caseNo").asString(), "已回填");
        centre.as(CityFixture.HANDLER).gives(next, 4, "take-up", "");
    }

    @Test
    void aCommandOnAnOldVersionIsStale() {
        long id = centre.reported().get("id").asLong();
        centre.as(CityFixture.CLERK).gives(id, 1, "accept", "");
        assertRefused(
                centre.command(
                        id, 1, "refuse-acceptance", ",\"ground\":\"UNCLEAR\",\"answer\":\"x\""),
                409,
                "casework.stale");
    }

    @Test
    void aCommandSentTwiceUnderOneKeyIsCarriedOutOnce() {
        long id = centre.reported().get("id").asLong();
        centre.who = CityFixture.CLERK;
        String key = UUID.randomUUID().toString();
        var first = centre.command(id, 1, "accept", "", key);
        var second = centre.command(id, 1, "accept", "", key);
        assertThat(json(first).get("version").asInt()).isEqualTo(2);
        assertThat(json(second)).isEqualTo(json(first));
    }

    @Test
    void everyCommandThatMayBeListedIsUnderstood() {
        var said = List.of("raise-deadline", "tell-lead-ended");
        var understood =
                Arrays.stream(CaseCommand.class.getPermittedSubclasses())
                        .map(CommandName::of)
                        .filter(name -> !said.contains(name))
                        .toList();
        long id = centre.reported().get("id").asLong();
        for (String command : understood) {
            var answer = Centre.JSON.readTree(body(centre.command(id, 1, command, filled())));
            assertThat(answer.path("code").asString(""))
                    .as(command)
                    .isNotIn("casework.unknown-command", "casework.missing-field", "internal");
        }
        for (String command : said) {
            assertRefused(centre.command(id, 1, command, ""), 404, "casework.unknown-command");
        }
    }

    /// Every field any command asks for.
    private static String filled() {
        return """
        ,"reason":"r","ground":"UNCLEAR","answer":"a","note":"n","message":"m","record":"r","department":"roads","handler":"handler","into":1,
        "category":"E0113","confirmed":true,"waived":true,"reviewOn":"2026-04-01",
        "limit":{"amount":4,"unit":"WORK_HOUR"},"after":["%s"],"photos":["%s"]\
        """
                .formatted(PHOTO, PHOTO);
    }

    @Test
    void sealsAreOpenToEverybody() {
        assertThat(centre.http.get().uri("/open/seals?from=2026-01-01&to=2026-12-31").exchange())
                .hasStatusOk()
                .bodyText()
                .isEqualTo("[]");
    }
}
