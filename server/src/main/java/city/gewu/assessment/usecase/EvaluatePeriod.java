package city.gewu.assessment.usecase;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.FigureStore;
import city.gewu.assessment.store.FigureStore.CaseBehind;
import city.gewu.assessment.store.FigureStore.Cell;
import city.gewu.assessment.store.FigureStore.Parts;
import city.gewu.assessment.store.FigureStore.SubjectFigures;
import city.gewu.engine.indicator.FigurePart;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Period;
import city.gewu.engine.indicator.Period.Window;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Evaluates a period and opens its figures. What a person names (period, kind, indicator, part) is
/// looked up and never becomes part of a statement.
@Component
public class EvaluatePeriod implements Assessment {

    private final IndicatorBook book;
    private final Territory territory;
    private final FigureStore figures;

    EvaluatePeriod(IndicatorBook book, Territory territory, FigureStore figures) {
        this.book = book;
        this.territory = territory;
        this.figures = figures;
    }

    /// One indicator is cut out of the same pass as all, so that its rows are the same rows.
    @Override
    @Transactional(readOnly = true)
    public void evaluate(
            String period, String subjectKind, Optional<String> indicator, Consumer<Figure> to) {
        var window = window(period);
        var kind = getKind(subjectKind);
        var wanted = indicator.map(code -> getIndicator(code, kind));
        var measured = book.listFor(kind.subject());
        figures.listFigures(measured, kind, window).stream()
                .sorted(Comparator.comparing(SubjectFigures::subject))
                .flatMap(row -> figures(period, kind, row, measured))
                .filter(it -> wanted.isEmpty() || wanted.get().code().equals(it.indicator()))
                .forEach(to);
    }

    @Override
    public List<String> listSubjectKinds() {
        return kinds().stream().map(SubjectKind::code).toList();
    }

    /// Codes of the indicators measured by a kind of subject.
    public List<String> listIndicators(String subjectKind) {
        return book.listFor(getKind(subjectKind).subject()).stream().map(Indicator::code).toList();
    }

    /// The cases behind the numerator or denominator of one figure, after a key.
    @Transactional(readOnly = true)
    public List<CaseBehind> listCasesBehind(Question question, long after, int limit) {
        var window = window(question.period());
        var kind = getKind(question.by());
        var indicator = getIndicator(question.indicator(), kind);
        String sql = getPartSql(indicator, question.part());
        return figures.listCasesBehind(
                new Cell(sql, kind, question.subject()), window, after, limit);
    }

    /// The codes of the kinds an indicator is measured by in this city.
    public List<String> listSubjectKinds(Indicator indicator) {
        return kinds().stream()
                .filter(kind -> indicator.definition().subjects().contains(kind.subject()))
                .map(SubjectKind::code)
                .toList();
    }

    private static Stream<Figure> figures(
            String period, SubjectKind kind, SubjectFigures row, List<Indicator> indicators) {
        return IntStream.range(0, indicators.size())
                .mapToObj(i ->
                        figure(period, kind, row.subject(), indicators.get(i), row.parts().get(i)));
    }

    private static Figure figure(
            String period, SubjectKind kind, String subject, Indicator indicator, Parts parts) {
        return new Figure(
                period,
                kind.code(),
                subject,
                indicator.code(),
                parts.numerator(),
                parts.denominator(),
                indicator.definition().unit().value(parts.numerator(), parts.denominator()));
    }

    private Window window(String period) {
        return Period.parse(period)
                .orElseThrow(() ->
                        new RefusedException(
                                "assessment.bad-period",
                                "The period (%s) is not a month, quarter or year."
                                        .formatted(period),
                                "Write it like 2011-08, 2011-Q3 or 2011."))
                .in(territory.getCity().zone());
    }

    private List<SubjectKind> kinds() {
        return SubjectKind.of(territory.getCity().levels());
    }

    private SubjectKind getKind(String code) {
        return kinds().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(
                                "assessment.unknown-subject-kind",
                                "There is no kind of subject (%s).".formatted(code),
                                "Use one of: %s."
                                        .formatted(String.join(", ", listSubjectKinds()))));
    }

    private Indicator getIndicator(String code, SubjectKind kind) {
        var indicator =
                book.find(code)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "assessment.unknown-indicator",
                                        "There is no indicator (%s).".formatted(code),
                                        "Use one of: %s.".formatted(codes())));
        if (!indicator.definition().subjects().contains(kind.subject())) {
            throw new RefusedException(
                    "assessment.bad-subject-kind",
                    "The indicator (%s) is not measured by (%s).".formatted(code, kind.code()),
                    "Use one of: %s.".formatted(String.join(", ", listSubjectKinds(indicator))));
        }
        return indicator;
    }

    private String codes() {
        return book.indicators().stream().map(Indicator::code).collect(Collectors.joining(", "));
    }

    private static String getPartSql(Indicator indicator, String part) {
        for (var known : FigurePart.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(part)
                    && indicator.sql(known).isPresent()) {
                return indicator.sql(known).get();
            }
        }
        throw new RefusedException(
                "assessment.bad-part",
                "The indicator (%s) has no (%s) that cases stand behind."
                        .formatted(indicator.code(), part),
                "Ask for the numerator, or for the denominator of a rate or a mean.");
    }

    /// One integer of one figure.
    ///
    /// @param part `numerator` or `denominator`
    public record Question(
            String period, String by, String subject, String indicator, String part) {}
}
