package city.gewu.casework.web;

import static city.gewu.casework.web.Centre.LAMP;
import static city.gewu.casework.web.Centre.assertRefused;
import static city.gewu.casework.web.Centre.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.Casework;
import city.gewu.casework.CityFixture;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;

/// A report over HTTP: once each, with its answers, or refused and corrected.
class ReportedCaseTest {

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
    void whatTheCategoryAsksIsAnsweredShownAndHeldByTheChain() {
        var answered = LAMP.replace("\"photos\"", "\"answers\":%s,\"photos\"");
        var sent = centre.report(answered.formatted("{\"depth\":\"12.5\",\"where\":\"lane\"}"));
        assertThat(sent).hasStatus(201);
        long id = json(sent).get("id").asLong();
        centre.who = CityFixture.DISPATCHER;
        var shown = centre.open(id).get("answers");
        assertThat(shown.findValuesAsString("code")).containsExactly("depth", "where");
        assertThat(shown.get(0).get("question").get("en").asString()).isEqualTo("How deep, in cm?");
        assertThat(shown.get(0).get("answer").get("zh").asString()).isEqualTo("12.5");
        assertThat(shown.get(1).get("answer").get("zh").asString()).isEqualTo("车道");

        var casework = centre.bean(Casework.class);
        assertThat(casework.verify(_ -> {}).broken()).isZero();
        centre.bean(JdbcTemplate.class)
                .update(
                        "update casework.case_event set details = replace(details, '12.5', '2.5')"
                                + " where case_id = ?",
                        id);
        assertThat(casework.verify(_ -> {}).broken()).isPositive();
    }

    @Test
    void anAnswerThatDoesNotFitIsRefusedAndOnlyWhoAsksMustHaveAll() {
        var answered = LAMP.replace("\"photos\"", "\"answers\":%s,\"photos\"");
        assertRefused(centre.report(answered.formatted("{}")), 422, "casework.missing-form-answer");
        assertRefused(
                centre.report(answered.formatted("{\"depth\":\"deep\"}")),
                422,
                "casework.bad-form-answer");
        assertRefused(
                centre.report(answered.formatted("{\"depth\":\"1\",\"where\":\"roof\"}")),
                422,
                "casework.bad-form-answer");
        assertRefused(
                centre.report(answered.formatted("{\"depth\":\"1\",\"colour\":\"red\"}")),
                404,
                "casework.unknown-question");
        assertThat(centre.report(LAMP)).hasStatus(201);
    }

    @Test
    void aReportSentTwiceIsOneCase() {
        String key = UUID.randomUUID().toString();
        var first = centre.report(key, LAMP);
        var second = centre.report(key, LAMP);
        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201);
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(centre.list("all").get("items")).hasSize(1);
    }

    @Test
    void anotherReportUnderAnOldKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        centre.report(key, LAMP);
        assertRefused(
                centre.report(key, LAMP.replace("12号", "13号")),
                409,
                "casework.idempotency-mismatch");
        centre.who = CityFixture.CLERK;
        assertRefused(centre.report(key, LAMP), 409, "casework.idempotency-mismatch");
    }

    @Test
    void aRefusedReportMayBeCorrectedUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        assertRefused(
                centre.report(key, LAMP.replace("E0113", "C9999")),
                404,
                "casework.unknown-category");
        assertThat(centre.report(key, LAMP)).hasStatus(201);
    }

    @Test
    void aReportWithoutAKeyOrWithoutWordsIsRefused() {
        assertRefused(
                centre.http
                        .post()
                        .uri("/api/cases")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(LAMP)
                        .exchange(),
                422,
                "casework.missing-idempotency-key");
        assertThat(centre.report(UUID.randomUUID().toString(), LAMP.replace("象山大道路灯不亮", " ")))
                .hasStatus(400);
    }
}
