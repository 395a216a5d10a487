package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern AND = Pattern.compile(" & ");

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
        var indexed = List.of(BLANK.split(SearchWords.index(text), -1));
        for (String term : AND.split(SearchWords.query(text).orElse(""), -1)) {
            assertThat(indexed).anyMatch(word -> word.startsWith(term.replace(":*", "")));
        }
    }
}
