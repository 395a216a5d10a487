package city.gewu.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.catalogue.Question.Choice;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.Named;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A drafted scheme looked through, and set beside the one in force.
class SchemeCheckTest {

    private static final Named NAME = new Named("名", "name");
    private static final FilingCondition CONDITION =
            new FilingCondition("1", NAME, NAME, new TimeLimit(4, LimitUnit.WORK_HOUR));
    private static final MinorCategory WASTE = category("E0110", NAME, CONDITION);

    private static MinorCategory category(String code, Named name, FilingCondition... conditions) {
        return new MinorCategory(
                code, CategoryKind.INCIDENT, "E01", NAME, name, "high", List.of(conditions));
    }

    private static Question question(String code, AnswerKind kind, Choice... choices) {
        return new Question(code, NAME, kind, true, List.of(choices));
    }

    @Test
    void theStandardSchemeIsSound() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("../examples/jingmen/catalogue.csv"));
        assertThat(SchemeCheck.check(SchemeReader.read("catalogue.csv", file))).isEmpty();
    }

    @Test
    void everyFaultIsFoundWhereItStands() {
        var otherKind =
                new MinorCategory(
                        "E0114",
                        CategoryKind.COMPONENT,
                        "E01",
                        NAME,
                        NAME,
                        "high",
                        List.of(CONDITION));
        var draft =
                List.of(
                        WASTE,
                        WASTE,
                        category("", NAME, CONDITION),
                        category("E01 11", new Named("", "name"), CONDITION),
                        category("E0112", NAME, CONDITION, CONDITION),
                        category("E0113", NAME),
                        otherKind,
                        category("E0115", NAME, CONDITION)
                                .asking(
                                        List.of(
                                                question("a", AnswerKind.TEXT),
                                                question(
                                                        "a",
                                                        AnswerKind.CHOICE,
                                                        new Choice("x", new Named("甲", ""))))));
        assertThat(SchemeCheck.check(draft).stream().map(SchemeCheckTest::words))
                .containsExactly(
                        "1 category  TWICE E0110 true",
                        "2 category  BAD_CODE  true",
                        "3 category  BAD_CODE E01 11 true",
                        "3 category  EMPTY name.zh true",
                        "4 condition 1 TWICE 1 true",
                        "5 category  NO_CONDITION  false",
                        "6 category  MAJOR_DIFFERS E01 true",
                        "7 question a TWICE a true",
                        "7 question a NO_CHOICES  true",
                        "7 choice a EMPTY choice.en true");
        assertThat(SchemeCheck.check(List.of()))
                .extracting(SchemeFinding::code)
                .containsExactly(SchemeFinding.Code.NO_CATEGORY);
    }

    @Test
    void whatFollowsAConditionIsAnotherOfItsCategoryAndNeverLeadsBack() {
        var draft =
                List.of(
                        category("E0501", NAME, then("1", "2"), then("2", "3"), then("3", "")),
                        category("E0502", NAME, then("1", "1"), then("2", "9")),
                        category("E0503", NAME, then("1", "2"), then("2", "3"), then("3", "2")));
        assertThat(SchemeCheck.check(draft).stream().map(SchemeCheckTest::words))
                .containsExactly(
                        "1 condition 1 NEXT_IS_ITSELF 1 true",
                        "1 condition 2 NO_SUCH_NEXT 9 true",
                        "2 condition 2 NEXT_IN_A_CIRCLE 3 true",
                        "2 condition 3 NEXT_IN_A_CIRCLE 2 true");
        var before = List.of(category("E0501", NAME, then("1", ""), then("2", "")));
        var after = List.of(category("E0501", NAME, then("1", "2"), then("2", "")));
        assertThat(SchemeChange.list(before, after))
                .extracting(SchemeChange::parts)
                .containsExactly(List.of("stages"));
    }

    static FilingCondition then(String code, String then) {
        return new FilingCondition(
                code,
                NAME,
                NAME,
                new TimeLimit(4, LimitUnit.WORK_HOUR),
                Optional.of(then).filter(one -> !one.isEmpty()));
    }

    private static String words(SchemeFinding found) {
        return "%d %s %s %s %s %s"
                .formatted(
                        found.row(),
                        found.part(),
                        found.item(),
                        found.code(),
                        found.value(),
                        found.blocking());
    }

    @Test
    void addedChangedAndEndedCategoriesAreToldWithWhatDiffers() {
        var longer = new FilingCondition("1", NAME, NAME, new TimeLimit(8, LimitUnit.WORK_HOUR));
        var before =
                List.of(
                        WASTE,
                        category("E0111", NAME, CONDITION),
                        category("E0112", NAME, CONDITION),
                        category("E0113", NAME, CONDITION));
        var after =
                List.of(
                        category("E0110", NAME, longer),
                        category("E0111", new Named("新名", "new name"), CONDITION),
                        category("E0112", NAME, CONDITION)
                                .asking(List.of(question("a", AnswerKind.NUMBER))),
                        category("E0199", NAME, CONDITION));
        assertThat(SchemeChange.list(before, after))
                .extracting(change -> change.code() + " " + change.kind() + " " + change.parts())
                .containsExactly(
                        "E0110 CHANGED [limits]",
                        "E0111 CHANGED [name]",
                        "E0112 CHANGED [questions]",
                        "E0199 ADDED []",
                        "E0113 ENDED []");
        assertThat(SchemeChange.list(before, before)).isEmpty();
    }

    @Test
    void aRejectedRowIsToldWithLineColumnAndReason() {
        var text =
                SchemeFile.write(List.of(WASTE, category("E0111", NAME, CONDITION)))
                        .replace("E0111,名", "E0111,")
                        .replace("4,WORK_HOUR\nINC", "four,WORK_HOUR\nINC");
        assertThat(SchemeReader.tryRead(text.getBytes(Charset.forName("UTF-8"))).faults())
                .containsExactly(
                        new SchemeReader.Fault(
                                2, "limit_amount", "limit_amount (four) is not a whole number"),
                        new SchemeReader.Fault(3, "minor_zh", "minor_zh is empty"));
    }

    @Test
    void aFileSavedByAChineseSpreadsheetIsRead() {
        var text = SchemeFile.write(List.of(WASTE));
        assertThat(SchemeReader.read("a.csv", text.getBytes(Charset.forName("GB18030"))))
                .containsExactly(WASTE);
    }

    @Test
    void anAnswerFitsItsQuestionOrNot() {
        var number = question("a", AnswerKind.NUMBER);
        assertThat(number.accepts("2.5")).isTrue();
        assertThat(number.accepts("-3")).isTrue();
        assertThat(number.accepts("two")).isFalse();
        assertThat(number.accepts("1e999999999")).isFalse();
        assertThat(question("a", AnswerKind.YES_NO).accepts("yes")).isTrue();
        assertThat(question("a", AnswerKind.YES_NO).accepts("maybe")).isFalse();
        assertThat(question("a", AnswerKind.TEXT).accepts(" ")).isFalse();
        var choice = question("a", AnswerKind.CHOICE, new Choice("x", NAME));
        assertThat(choice.accepts("x")).isTrue();
        assertThat(choice.accepts("y")).isFalse();
    }
}
