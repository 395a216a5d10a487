package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.ReportSource;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.CommandName;
import city.gewu.casework.model.Light;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseSheetTest {

    @Test
    void everyStateSourceAndLightHasWords() {
        var keys =
                Stream.of(
                                states(CaseState.class).map(one -> "state." + CommandName.of(one)),
                                Arrays.stream(ReportSource.values())
                                        .map(one -> "source." + kebab(one.name())),
                                Arrays.stream(Light.values()).map(one -> "light." + one.code()))
                        .flatMap(all -> all)
                        .toList();
        assertThat(keys).hasSizeGreaterThan(30);
        assertThat(keys)
                .allSatisfy(key -> assertThat(CaseSheet.findWords(key)).as(key).isPresent());
    }

    private static Stream<Class<?>> states(Class<?> type) {
        var parts = type.getPermittedSubclasses();
        return parts == null ? Stream.of(type) : Arrays.stream(parts).flatMap(part -> states(part));
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
