package city.gewu.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.patrol.FieldTown;
import city.gewu.patrol.usecase.DutyDesk;
import city.gewu.people.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Signing on and off inside a fence.
class DutyTest {

    private static FieldTown town;

    private final Instant now = Instant.now();

    @BeforeAll
    static void open() throws Exception {
        town = FieldTown.open("gewu.field.longest-duty=2h");
        town.hire("li", Post.SUPERVISOR, "centre", "W1");
        town.hire("city", Post.CHECKER, "centre", "");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void nobodyIsOnDuty() {
        town.db().sql("truncate patrol.duty, patrol.duty_sign, patrol.track").update();
    }

    @Test
    void signingOnInsideTheFenceAndOutsideOfItBothCountAndOutsideIsFlagged() throws Exception {
        var inside = sign("li", "on", 112.02, 31.02, now);
        assertThat(inside.get("inside").asBoolean()).isTrue();
        assertThat(inside.get("unit").asString()).isEqualTo("W1");
        assertThat(inside.get("distanceMetres").asInt()).isZero();
        sign("li", "off", 112.02, 31.02, now);

        // 0.001 degrees east of the border are 95 metres, within the fence of 200.
        assertThat(sign("li", "on", 112.101, 31.02, now).get("inside").asBoolean()).isTrue();
        var far = sign("li", "off", 112.15, 31.02, now);
        assertThat(far.get("inside").asBoolean()).isFalse();
        assertThat(far.get("distanceMetres").asInt()).isBetween(4700, 4800);
        assertThat(far.get("onDuty").asBoolean()).isFalse();
        assertThat(sign("city", "on", 112.15, 31.02, now).get("inside").asBoolean()).isTrue();
    }

    @Test
    void signingOnTwiceIsOneTurnAndTheSameSigningAnswersTheSame() throws Exception {
        var id = UUID.randomUUID();
        var first = sign(id, "li", "on", 112.02, 31.02, now.minusSeconds(60));
        assertThat(sign(id, "li", "on", 112.02, 31.02, now.minusSeconds(60))).isEqualTo(first);
        sign("li", "on", 112.02, 31.02, now);
        var today = town.got("li", "/api/field/duty");
        assertThat(today.get("onDuty").asBoolean()).isTrue();
        assertThat(today.get("turns")).hasSize(1);
        assertThat(town.post("city", "/api/field/duty", body(id, "on", 112.02, 31.02, now)).body())
                .contains("patrol.client-id-taken");
    }

    @Test
    void aForgottenTurnEndsByRuleAndALateSigningOffStillCorrectsIt() throws Exception {
        var began = now.minus(Duration.ofHours(3));
        sign("li", "on", 112.02, 31.02, began);
        town.bean(DutyDesk.class).endForgotten();
        assertThat(ends()).isEqualTo("RULE 7200");
        sign("li", "off", 112.02, 31.02, began.plus(Duration.ofMinutes(90)));
        assertThat(ends()).isEqualTo("PERSON 5400");
    }

    @Test
    void aTurnToldLateEndsWhenTheNextBegan() throws Exception {
        sign("li", "on", 112.02, 31.02, now.minusSeconds(600));
        sign("li", "on", 112.02, 31.02, now.minusSeconds(1800));
        assertThat(ends()).isEqualTo("RULE 1200");
    }

    private static String ends() {
        return town.db()
                .sql(
                        """
                        select ended_by || ' ' || round(extract(epoch from ended_at - started_at))
                        from patrol.duty where ended_at is not null
                        """)
                .query(String.class)
                .single();
    }

    private JsonNode sign(String who, String what, double lon, double lat, Instant at)
            throws Exception {
        return sign(UUID.randomUUID(), who, what, lon, lat, at);
    }

    private JsonNode sign(UUID id, String who, String what, double lon, double lat, Instant at)
            throws Exception {
        return town.posted(who, "/api/field/duty", body(id, what, lon, lat, at));
    }

    private String body(UUID id, String what, double lon, double lat, Instant at) {
        return """
        {"clientId":"%s","what":"%s","position":{"lon":%s,"lat":%s},"accuracyMetres":8,
         "at":"%s","sentAt":"%s"}
        """
                .formatted(id, what, lon, lat, at, now);
    }
}
