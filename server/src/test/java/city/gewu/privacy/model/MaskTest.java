package city.gewu.privacy.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.privacy.PhoneNumber;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678, 138****5678",
        "+86 138 1234 5678, 138****5678",
        "8613812345678, 138****5678",
        "１３８１２３４５６７８, 138****5678",
        "0724-2345678, 0724****78",
        "+86 724 2345678, 0724****78",
        "(010) 6234-5678, 010****78",
        "2345678, ****78",
        "+1 617 555 0134, +16****34",
    })
    void aPhoneNumberShowsItsEnds(String typed, String masked) {
        assertThat(PhoneNumber.find(typed).orElseThrow().masked()).isEqualTo(masked);
        assertThat(PhoneNumber.find(typed).orElseThrow()).hasToString(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12345", "1381234567", "138123456789", "phone", "0", "+86", "1234567"})
    void whatIsNoPhoneNumberIsNone(String typed) {
        assertThat(PhoneNumber.find(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"王小明, 王**", "王明, 王**", "欧阳娜娜, 欧**", "王, ***", "Ann Lee, A**", "' ', ***"})
    void aNameShowsItsFirstCharacterAndNotItsLength(String name, String masked) {
        assertThat(Mask.of(Map.of("name", name))).containsEntry("name", masked);
    }

    @Property
    void aMobileNeverShowsItsMiddle(@ForAll("mobiles") String mobile) {
        String masked = Mask.of(Map.of("phone", mobile)).get("phone");
        assertThat(masked).hasSize(11).contains("****");
        assertThat(masked.chars().filter(Character::isDigit).count()).isEqualTo(7);
    }

    @Property
    void nothingElseIsShownAtAll(@ForAll String value) {
        assertThat(Mask.of(Map.of("address", value))).containsEntry("address", "***");
    }

    @Property
    void howeverANumberIsWrittenItIsOne(@ForAll("mobiles") String mobile) {
        var plain = PhoneNumber.find(mobile);
        assertThat(plain).isPresent();
        var parts =
                mobile.substring(0, 3) + "-" + mobile.substring(3, 7) + " " + mobile.substring(7);
        assertThat(PhoneNumber.find(parts)).isEqualTo(plain);
        assertThat(PhoneNumber.find("+86" + mobile)).isEqualTo(plain);
        assertThat(PhoneNumber.find("0086 " + parts)).isEqualTo(plain);
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Arbitraries.strings().numeric().ofLength(10).map(rest -> "1" + rest);
    }
}
