package city.gewu.catalogue.model;

import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.catalogue.model.SchemeFinding.Code;
import city.gewu.platform.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks through a drafted scheme and tells everything that is wrong, each with where it stands.
public final class SchemeCheck {

    private static final int LONGEST_CODE = 60;

    private final List<SchemeFinding> findings = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, Major> majors = new HashMap<>();

    private record Major(CategoryKind kind, Named name) {}

    /// Where something stands.
    private record Spot(int row, String category, String part, String item) {}

    private SchemeCheck() {}

    public static List<SchemeFinding> check(List<MinorCategory> categories) {
        var check = new SchemeCheck();
        if (categories.isEmpty()) {
            check.add(new Spot(-1, "", "category", ""), Code.NO_CATEGORY, "", true);
        }
        for (int row = 0; row < categories.size(); row++) {
            check.category(row, categories.get(row));
        }
        return List.copyOf(check.findings);
    }

    private void category(int row, MinorCategory one) {
        var spot = new Spot(row, one.code(), "category", "");
        code(spot, one.code(), codes);
        if (badCode(one.majorCode())) {
            add(spot, Code.BAD_CODE, one.majorCode(), true);
        }
        named(spot, one.major(), "major");
        named(spot, one.name(), "name");
        var major = new Major(one.kind(), one.major());
        var above = majors.putIfAbsent(one.majorCode(), major);
        if (above != null && !above.equals(major)) {
            add(spot, Code.MAJOR_DIFFERS, one.majorCode(), true);
        }
        if (one.conditions().isEmpty()) {
            add(spot, Code.NO_CONDITION, "", false);
        }
        var conditions = new HashSet<String>();
        one.conditions().forEach(condition -> condition(row, one, condition, conditions));
        Stages.check(one.conditions()).forEach(fault -> stage(row, one, fault));
        var questions = new HashSet<String>();
        one.questions().forEach(question -> question(row, one, question, questions));
    }

    private void condition(
            int row, MinorCategory of, FilingCondition condition, Set<String> above) {
        var spot = new Spot(row, of.code(), "condition", condition.code());
        code(spot, condition.code(), above);
        named(spot, condition.filing(), "filing");
        named(spot, condition.closing(), "closing");
    }

    private void stage(int row, MinorCategory of, Stages.Fault fault) {
        var spot = new Spot(row, of.code(), "condition", fault.condition().code());
        add(spot, fault.code(), fault.condition().then().orElse(""), true);
    }

    private void question(int row, MinorCategory of, Question question, Set<String> above) {
        var spot = new Spot(row, of.code(), "question", question.code());
        code(spot, question.code(), above);
        named(spot, question.text(), "text");
        if (question.kind() != AnswerKind.CHOICE) {
            return;
        }
        if (question.choices().size() < 2) {
            add(spot, Code.NO_CHOICES, "", true);
        }
        var choices = new HashSet<String>();
        for (var choice : question.choices()) {
            var at = new Spot(row, of.code(), "choice", question.code());
            code(at, choice.code(), choices);
            named(at, choice.text(), "choice");
        }
    }

    private void code(Spot spot, String code, Set<String> above) {
        if (badCode(code)) {
            add(spot, Code.BAD_CODE, code, true);
        } else if (!above.add(code)) {
            add(spot, Code.TWICE, code, true);
        }
    }

    private static boolean badCode(String code) {
        return code.isEmpty()
                || code.length() > LONGEST_CODE
                || code.chars().anyMatch(Character::isWhitespace);
    }

    /// Both languages, since every page is read in both.
    private void named(Spot spot, Named name, String field) {
        if (name.zh().isBlank()) {
            add(spot, Code.EMPTY, field + ".zh", true);
        }
        if (name.en().isBlank()) {
            add(spot, Code.EMPTY, field + ".en", true);
        }
    }

    private void add(Spot spot, Code code, String value, boolean blocking) {
        findings.add(
                new SchemeFinding(
                        spot.row(),
                        spot.category(),
                        spot.part(),
                        spot.item(),
                        code,
                        value,
                        blocking));
    }
}
