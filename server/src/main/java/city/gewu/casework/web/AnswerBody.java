package city.gewu.casework.web;

import city.gewu.casework.Problem;
import city.gewu.casework.store.TimelineStore.Told;
import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.Question;
import city.gewu.catalogue.Question.Choice;
import city.gewu.platform.Named;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the reporter was asked and said, in the words of the scheme that was in force then. It is
/// read from the event of the report, where the chain holds it.
///
/// @param kind with `YES_NO` the answer is `yes` or `no`
record AnswerBody(String code, Named question, AnswerKind kind, Named answer) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    static List<AnswerBody> list(List<Told> timeline, Names names) {
        return timeline.stream()
                .filter(told -> told.seq() == 1 && told.details().contains(Problem.ANSWER))
                .flatMap(told -> list(told, names).stream())
                .toList();
    }

    private static List<AnswerBody> list(Told told, Names names) {
        var details = JSON.readValue(told.details(), DETAILS);
        var category = details.getOrDefault("category", "");
        return details.entrySet().stream()
                .filter(detail -> detail.getKey().startsWith(Problem.ANSWER))
                .map(detail -> {
                    var code = detail.getKey().substring(Problem.ANSWER.length());
                    return names.findQuestion(category, code, told.at())
                            .map(question -> of(question, detail.getValue()))
                            .orElseGet(() -> plain(code, detail.getValue()));
                })
                .toList();
    }

    private static AnswerBody of(Question question, String answer) {
        return new AnswerBody(
                question.code(),
                question.text(),
                question.kind(),
                question.choices().stream()
                        .filter(choice -> choice.code().equals(answer))
                        .map(Choice::text)
                        .findFirst()
                        .orElse(new Named(answer, answer)));
    }

    private static AnswerBody plain(String code, String answer) {
        return new AnswerBody(
                code, new Named(code, code), AnswerKind.TEXT, new Named(answer, answer));
    }
}
