package city.gewu.assessment.web;

import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.store.FigureStore.CaseBehind;
import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import city.gewu.engine.indicator.Definition;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Words;
import city.gewu.platform.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the figures look like over HTTP.
final class AssessmentBodies {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private AssessmentBodies() {}

    /// @param denominatorSql absent for a count, whose denominator is 1
    /// @param group what it is shown together with
    record IndicatorBody(
            String code,
            Named name,
            String unit,
            Named numeratorWords,
            Optional<Named> denominatorWords,
            String numeratorSql,
            Optional<String> denominatorSql,
            List<String> subjectKinds,
            String source,
            String period,
            int minimumSample,
            Named basis,
            Named note,
            Optional<Named> group) {

        static IndicatorBody of(Indicator indicator, List<String> subjectKinds) {
            Definition definition = indicator.definition();
            return new IndicatorBody(
                    definition.code(),
                    named(definition.name()),
                    definition.unit().name().toLowerCase(Locale.ROOT),
                    named(definition.numerator().words()),
                    definition.denominator().map(part -> named(part.words())),
                    indicator.numeratorSql(),
                    indicator.denominatorSql(),
                    subjectKinds,
                    definition.source(),
                    definition.period().name().toLowerCase(Locale.ROOT),
                    definition.minimumSample(),
                    named(definition.basis()),
                    named(definition.note()),
                    definition.group().map(IndicatorBody::named));
        }

        private static Named named(Words words) {
            return new Named(words.zh(), words.en());
        }
    }

    record TableBody(
            String period, String by, List<String> indicators, List<SubjectBody> subjects) {}

    record SubjectBody(String code, Named name, Map<String, FigureBody> figures) {}

    record FigureBody(long numerator, long denominator, String value) {

        static FigureBody of(Figure figure) {
            return new FigureBody(figure.numerator(), figure.denominator(), figure.value());
        }
    }

    /// The query of a page of cases; what is missing is refused by the rule that needs it.
    ///
    /// @param asOf a day that is over, for the figure as it stood when it ended
    /// @param cursor what the page before gave as `next`
    record CasesRequest(
            @Nullable String period,
            @Nullable String by,
            @Nullable String subject,
            @Nullable String indicator,
            @Nullable String part,
            @Nullable LocalDate asOf,
            @Nullable Long cursor,
            @Nullable Integer limit) {

        /// @param endOf the moment a day ends
        Question question(Function<LocalDate, Instant> endOf) {
            return new Question(
                    given(period),
                    given(by),
                    given(subject),
                    given(indicator),
                    part == null ? "numerator" : part,
                    Optional.ofNullable(asOf).map(endOf));
        }

        long after() {
            return cursor == null ? 0 : cursor;
        }

        int size() {
            return limit == null ? USUAL : Math.clamp(limit, 1, MOST);
        }

        private static String given(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    record CasePage(List<CaseRow> items, Optional<String> next, Named subjectName) {}

    /// @param key of the row; one case may stand behind a figure of steps or tasks several times
    /// @param id of the case; 0 for a row of none, like a turn of duty
    /// @param part what the row adds to the integer that was opened: 1, or seconds
    record CaseRow(
            long key,
            long id,
            String caseNo,
            String category,
            Named categoryName,
            String address,
            Optional<String> department,
            Optional<Named> departmentName,
            Instant reportedAt,
            Optional<Instant> dueAt,
            Optional<Instant> closedAt,
            long part) {

        static CaseRow of(CaseBehind it, Named category, Named department) {
            boolean dispatched = !it.department().isEmpty();
            return new CaseRow(
                    it.key(),
                    it.id(),
                    it.caseNo(),
                    it.category(),
                    category,
                    it.address(),
                    dispatched ? Optional.of(it.department()) : Optional.empty(),
                    dispatched ? Optional.of(department) : Optional.empty(),
                    it.reportedAt(),
                    it.dueAt(),
                    it.closedAt(),
                    it.part());
        }
    }
}
