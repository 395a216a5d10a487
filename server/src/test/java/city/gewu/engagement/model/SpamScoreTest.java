package city.gewu.engagement.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.engagement.model.SpamScore.Signs;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What speaks against a report, and how much.
class SpamScoreTest {

    private static Signs signs(String description, List<String> blocked, int same, int device) {
        return new Signs(description, blocked, same, device, 0, 0, 0, false, false);
    }

    @Test
    void anOrdinaryReportHasNothingAgainstIt() {
        assertThat(SpamScore.of(signs("路灯不亮", List.of(), 0, 1)))
                .isEqualTo(new SpamScore(0, List.of()));
    }

    @Test
    void everyGroundIsNamedWithItsPoints() {
        var score = SpamScore.of(signs("加微信 http://a.top", List.of("加微信"), 2, 12));
        assertThat(score.grounds())
                .containsExactly(
                        "blocked-word:60", "same-words:60", "link:40", "many-from-device:60");
        assertThat(score.points()).isEqualTo(220);
    }

    @Test
    void signsWithoutAWordAreASign() {
        assertThat(SpamScore.of(signs("12345 !!!", List.of(), 0, 0)).grounds())
                .containsExactly("no-words:30");
    }

    @Test
    void textsAreComparedWithoutSpacesAndSigns() {
        assertThat(SpamScore.plain("加 微-信， ABC!")).isEqualTo("加微信abc");
    }
}
