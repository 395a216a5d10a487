package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void chineseBecomesPairsAndItsLastCharacter() {
        assertThat(SearchWords.index("路灯不亮，Elm St. 12号")).isEqualTo("路灯 灯不 不亮 亮 elm st 12 号");
    }

    @Test
    void fullWidthLettersAreLetters() {
        assertThat(SearchWords.index("ＯＫ３号")).isEqualTo("ok3 号");
    }

    @Test
    void aTypedWordOfTwoCharactersIsOnePair() {
        assertThat(SearchWords.query("路灯")).contains("路灯");
        assertThat(SearchWords.query("灯")).contains("灯:*");
        assertThat(SearchWords.query("Street ligh 路灯不")).contains("street:* & ligh:* & 路灯 & 灯不");
        assertThat(SearchWords.query(" ?! ")).isEmpty();
    }

    @Property
    void everyWordIsLettersAndDigitsOnly(@ForAll @StringLength(max = 200) String text) {
        assertThat(SearchWords.index(text).codePoints())
                .allMatch(sign ->
                        sign == ' '
                                || Character.isLetterOrDigit(sign)
                                || Character.isIdeographic(sign));
    }

    @Property
    void aTextIsFoundByItself(@ForAll @StringLength(max = 60) String text) {
        Set<String> indexed =
                Set.of(
                        Arrays.stream(SearchWords.index(text).split(" "))
                                .distinct()
                                .toArray(String[]::new));
        for (String term : SearchWords.query(text).orElse("").split(" & ")) {
            assertThat(indexed).anyMatch(word -> word.startsWith(term.replace(":*", "")));
        }
    }
}
