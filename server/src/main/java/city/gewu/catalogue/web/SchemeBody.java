package city.gewu.catalogue.web;

import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.catalogue.Question.Choice;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.Named;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A drafted scheme as JSON: whole in form, right or not yet.
final class SchemeBody {

    private SchemeBody() {}

    record NamedBody(@NotNull @Size(max = 500) String zh, @NotNull @Size(max = 500) String en) {

        Named toNamed() {
            return new Named(zh.strip(), en.strip());
        }
    }

    record LimitBody(@Min(1) @Max(9999) int amount, @NotNull LimitUnit unit) {

        TimeLimit toLimit() {
            return new TimeLimit(amount, unit);
        }
    }

    record ConditionBody(
            @NotNull @Size(max = 100) String code,
            @NotNull @Valid NamedBody filing,
            @NotNull @Valid NamedBody closing,
            @NotNull @Valid LimitBody limit,
            @Nullable @Size(max = 100) String then) {

        FilingCondition toCondition() {
            return new FilingCondition(
                    code.strip(),
                    filing.toNamed(),
                    closing.toNamed(),
                    limit.toLimit(),
                    Optional.ofNullable(then).map(String::strip).filter(one -> !one.isEmpty()));
        }
    }

    record ChoiceBody(@NotNull @Size(max = 100) String code, @NotNull @Valid NamedBody text) {

        Choice toChoice() {
            return new Choice(code.strip(), text.toNamed());
        }
    }

    record QuestionBody(
            @NotNull @Size(max = 100) String code,
            @NotNull @Valid NamedBody text,
            @NotNull AnswerKind kind,
            boolean required,
            @NotNull @Size(max = 50) List<@NotNull @Valid ChoiceBody> choices) {

        Question toQuestion() {
            return new Question(
                    code.strip(),
                    text.toNamed(),
                    kind,
                    required,
                    kind == AnswerKind.CHOICE
                            ? choices.stream().map(ChoiceBody::toChoice).toList()
                            : List.of());
        }
    }

    record CategoryBody(
            @NotNull @Size(max = 100) String code,
            @NotNull CategoryKind kind,
            @NotNull @Size(max = 100) String majorCode,
            @NotNull @Valid NamedBody major,
            @NotNull @Valid NamedBody name,
            @NotNull @Size(max = 20) String confidence,
            @NotNull @Size(max = 50) List<@NotNull @Valid ConditionBody> conditions,
            @NotNull @Size(max = 30) List<@NotNull @Valid QuestionBody> questions) {

        MinorCategory toCategory() {
            return new MinorCategory(
                    code.strip(),
                    kind,
                    majorCode.strip(),
                    major.toNamed(),
                    name.toNamed(),
                    confidence,
                    conditions.stream().map(ConditionBody::toCondition).toList(),
                    questions.stream().map(QuestionBody::toQuestion).toList());
        }
    }
}
