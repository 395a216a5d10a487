package city.gewu.catalogue;

import city.gewu.platform.Named;
import java.util.List;
import java.util.Optional;

/// A minor category (小类) of a scheme, with what makes it a case, how long that may take, and what
/// is asked of whoever reports it.
///
/// @param code unique in its scheme; its width is the scheme's affair: `E0110`, `highway.pothole`
/// @param confidence how well the code is known: `high`, `medium`, `low`, `local-ext`, `source`
public record MinorCategory(
        String code,
        CategoryKind kind,
        String majorCode,
        Named major,
        Named name,
        String confidence,
        List<FilingCondition> conditions,
        List<Question> questions) {

    public MinorCategory {
        conditions = List.copyOf(conditions);
        questions = List.copyOf(questions);
    }

    /// One that asks nothing.
    public MinorCategory(
            String code,
            CategoryKind kind,
            String majorCode,
            Named major,
            Named name,
            String confidence,
            List<FilingCondition> conditions) {
        this(code, kind, majorCode, major, name, confidence, conditions, List.of());
    }

    public MinorCategory asking(List<Question> other) {
        return new MinorCategory(code, kind, majorCode, major, name, confidence, conditions, other);
    }

    public Optional<Question> findQuestion(String question) {
        return questions.stream().filter(one -> one.code().equals(question)).findFirst();
    }
}
