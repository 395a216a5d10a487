package city.gewu.territory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTemplateTest {

    private static final Map<String, String> WARD = Map.of("WARD", "7", "WARD_PRECINCT", "0713");

    @ParameterizedTest
    @CsvSource({
        "{WARD}, 7",
        "第{WARD}选区, 第7选区",
        "{WARD:02}, 07",
        "{WARD_PRECINCT:02}, 0713",
        "{WARD_PRECINCT:0..2}, 07",
        "{WARD_PRECINCT:2..}, 13",
        "{WARD_PRECINCT:2..9}, 13",
        "{WARD}-{WARD:03}, 7-007",
        "plain, plain"
    })
    void bracesAreFilledPaddedAndCut(String template, String expected) {
        assertThat(new CodeTemplate(template).fill(WARD, "Feature 1")).isEqualTo(expected);
    }

    @Test
    void aPropertyThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new CodeTemplate("{PRECINCT}").fill(WARD, "Feature 1"))
                .hasMessageContaining("territory.missing-property")
                .hasMessageContaining("(PRECINCT)");
    }

    @Test
    void bracesThatCannotBeReadAreRefused() {
        assertThatThrownBy(() -> new CodeTemplate("{WARD:x}"))
                .hasMessageContaining("territory.bad-template");
    }
}
