package city.gewu.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/// What is exported is imported again as it was.
class SchemeFileTest {

    @Test
    void theStandardSchemeExportedAndReadAgainIsTheSame() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("../examples/jingmen/catalogue.csv"));
        var scheme = SchemeReader.read("catalogue.csv", file);
        assertThat(again(scheme)).isEqualTo(scheme).hasSize(252);
    }

    @Property
    void wordsWithCommasQuotesAndLineBreaksComeBackAsTheyWere(
            @ForAll
                    @StringLength(max = 30)
                    @Chars({',', '"', '\n', ';', ' '})
                    @CharRange(from = '一', to = '龥')
                    String words,
            @ForAll @IntRange(min = 1) int amount,
            @ForAll LimitUnit unit,
            @ForAll CategoryKind kind,
            @ForAll boolean withCondition) {
        var named = new Named("字" + words, words + "x");
        var condition = new FilingCondition("1", named, named, new TimeLimit(amount, unit));
        var category =
                new MinorCategory(
                        "E0110",
                        kind,
                        "E01",
                        named,
                        named,
                        "high",
                        withCondition ? List.of(condition) : List.of());
        assertThat(again(List.of(category))).containsExactly(category);
    }

    @Test
    void aFileWithAndWithoutTheColumnOfTheNextStageIsRead() {
        var name = new Named("名", "name");
        var plain =
                new MinorCategory(
                        "E0501",
                        CategoryKind.INCIDENT,
                        "E05",
                        name,
                        name,
                        "high",
                        List.of(SchemeCheckTest.then("1", ""), SchemeCheckTest.then("2", "")));
        var staged =
                new MinorCategory(
                        "E0501",
                        CategoryKind.INCIDENT,
                        "E05",
                        name,
                        name,
                        "high",
                        List.of(SchemeCheckTest.then("1", "2"), SchemeCheckTest.then("2", "")));
        assertThat(SchemeFile.write(List.of(plain)).lines().findFirst().orElseThrow())
                .endsWith(",limit_amount,limit_unit");
        assertThat(again(List.of(plain))).containsExactly(plain);
        assertThat(SchemeFile.write(List.of(staged)).lines().findFirst().orElseThrow())
                .endsWith(",limit_amount,limit_unit,then");
        assertThat(again(List.of(staged))).containsExactly(staged);
    }

    @Test
    void aFileWhoseStagesLeadNowhereOrBackIsToldByLine() {
        var name = new Named("名", "name");
        var wrong =
                new MinorCategory(
                        "E0501",
                        CategoryKind.INCIDENT,
                        "E05",
                        name,
                        name,
                        "high",
                        List.of(
                                SchemeCheckTest.then("1", "2"),
                                SchemeCheckTest.then("2", "1"),
                                SchemeCheckTest.then("3", "7")));
        var read =
                SchemeReader.tryRead(
                        SchemeFile.write(List.of(wrong)).getBytes(StandardCharsets.UTF_8));
        assertThat(read.faults())
                .containsExactly(
                        new SchemeReader.Fault(2, "then", "then (2) leads back to the condition"),
                        new SchemeReader.Fault(3, "then", "then (1) leads back to the condition"),
                        new SchemeReader.Fault(4, "then", "then (7) is no condition of (E0501)"));
    }

    private static List<MinorCategory> again(List<MinorCategory> scheme) {
        return SchemeReader.read(
                "scheme.csv", SchemeFile.write(scheme).getBytes(StandardCharsets.UTF_8));
    }
}
