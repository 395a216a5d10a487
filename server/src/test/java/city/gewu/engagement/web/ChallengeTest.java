package city.gewu.engagement.web;

import static city.gewu.engagement.web.Street.code;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sum that a phone works out before it may report.
class ChallengeTest {

    private static Street street;

    @BeforeAll
    static void start() throws Exception {
        street = new Street("gewu.engagement.challenge-bits=8", "gewu.limits.open-writes=100000");
    }

    @AfterAll
    static void stop() {
        street.close();
    }

    @Test
    void aWrongNonceAnExpiredChallengeAndASpentOneAreRefused() throws Exception {
        var phone = street.phone();
        var given = phone.challenge();
        var wrong = new Street.Solved(given.get("id").asString(), "x".repeat(65));
        assertThat(phone.report(UUID.randomUUID(), wrong, "没有解题", "").statusCode()).isEqualTo(400);
        String notSolved = "no";
        while (leadsWithZeros(given.get("salt").asString(), notSolved)) {
            notSolved += "o";
        }
        var unsolved = new Street.Solved(given.get("id").asString(), notSolved);
        assertThat(code(phone.report(UUID.randomUUID(), unsolved, "没有解题", "")))
                .isEqualTo("engagement.bad-nonce");

        var old = phone.solve();
        street.server
                .bean(JdbcClient.class)
                .sql(
                        "update engagement.challenge set expires_at = now() - interval '1 second' where challenge_id = :id")
                .param("id", UUID.fromString(old.id()))
                .update();
        assertThat(code(phone.report(UUID.randomUUID(), old, "题已过期了", "")))
                .isEqualTo("engagement.challenge-over");

        var once = phone.solve();
        assertThat(phone.report(UUID.randomUUID(), once, "第一次的上报", "").statusCode()).isEqualTo(201);
        assertThat(code(phone.report(UUID.randomUUID(), once, "第二次的上报", "")))
                .isEqualTo("engagement.challenge-spent");
        assertThat(
                        code(
                                phone.report(
                                        UUID.randomUUID(),
                                        new Street.Solved(UUID.randomUUID().toString(), "1"),
                                        "没有这道题",
                                        "")))
                .isEqualTo("engagement.unknown-challenge");
    }

    @Test
    void whoReportsMuchHasHarderSums() throws Exception {
        var phone = street.phone();
        int first = phone.challenge().get("bits").asInt();
        for (int i = 0; i < 12; i++) {
            phone.challenge();
        }
        assertThat(phone.challenge().get("bits").asInt()).isGreaterThan(first);
        assertThat(street.phone().challenge().get("bits").asInt()).isLessThanOrEqualTo(first + 4);
    }

    private static boolean leadsWithZeros(String salt, String nonce) throws Exception {
        byte[] hash =
                java.security.MessageDigest.getInstance("SHA-256")
                        .digest((salt + ":" + nonce).getBytes(StandardCharsets.UTF_8));
        return hash[0] == 0;
    }
}
