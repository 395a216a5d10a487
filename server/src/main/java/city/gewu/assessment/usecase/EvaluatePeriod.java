package city.gewu.assessment.usecase;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.model.Frame;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.FigureStore;
import city.gewu.assessment.store.FigureStore.CaseBehind;
import city.gewu.assessment.store.FigureStore.Counted;
import city.gewu.assessment.store.FigureStore.Parts;
import city.gewu.engine.indicator.Indicator;
import city.gewu.territory.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Evaluates a period and opens its figures.
@Component
public class EvaluatePeriod implements Assessment {

    private static final int ROWS_AT_ONCE = 2_000;

    private final IndicatorBook book;
    private final Territory territory;
    private final FigureStore figures;
    private final AskedFigures asked;

    EvaluatePeriod(
            IndicatorBook book, Territory territory, FigureStore figures, AskedFigures asked) {
        this.book = book;
        this.territory = territory;
        this.figures = figures;
        this.asked = asked;
    }

    /// One indicator is cut out of the pass over its source, so that its rows are the same rows.
    @Override
    @Transactional(readOnly = true)
    public void evaluate(
            String period,
            String subjectKind,
            Optional<String> indicator,
            Optional<Instant> asOf,
            Consumer<Figure> to) {
        var frame = asked.frame(period, asOf);
        var kind = asked.getKind(subjectKind);
        var wanted = indicator.map(code -> asked.getIndicator(code, kind));
        var measured =
                book.listFor(kind.subject()).stream()
                        .filter(it -> wanted.isEmpty() || wanted.get().source().equals(it.source()))
                        .toList();
        listFigures(measured, kind, frame)
                .forEach((subject, parts) ->
                        figures(period, kind, subject, parts, measured)
                                .filter(it ->
                                        wanted.isEmpty()
                                                || wanted.get().code().equals(it.indicator()))
                                .forEach(to));
    }

    /// A pass over each source; what a source has nothing of is 0.
    private SortedMap<String, Parts[]> listFigures(
            List<Indicator> measured, SubjectKind kind, Frame frame) {
        var all = new TreeMap<String, Parts[]>();
        for (var source : measured.stream().map(Indicator::source).distinct().toList()) {
            var places =
                    IntStream.range(0, measured.size())
                            .filter(i -> measured.get(i).source().equals(source))
                            .toArray();
            var own = Arrays.stream(places).mapToObj(measured::get).toList();
            for (var row : figures.listFigures(source, own, kind, frame)) {
                var parts = all.computeIfAbsent(row.subject(), _ -> nothing(measured));
                for (int i = 0; i < places.length; i++) {
                    parts[places[i]] = row.parts().get(i);
                }
            }
        }
        return all;
    }

    private static Parts[] nothing(List<Indicator> indicators) {
        return indicators.stream()
                .map(it -> new Parts(0, it.denominatorSql().isPresent() ? 0 : 1))
                .toArray(Parts[]::new);
    }

    @Override
    public List<String> listSubjectKinds() {
        return AskedFigures.codes(asked.kinds());
    }

    @Override
    public List<Indicator> listMeasured(String subjectKind) {
        return book.listFor(asked.getKind(subjectKind).subject());
    }

    /// The cases behind the numerator or denominator of one figure, after a key.
    @Transactional(readOnly = true)
    public List<CaseBehind> listCasesBehind(Question question, long after, int limit) {
        return figures.listCasesBehind(asked.cell(question), asked.frame(question), after, limit);
    }

    /// The same, of cases that anybody may look at.
    @Transactional(readOnly = true)
    public List<CaseBehind> listShownBehind(Question question, long after, int limit) {
        return figures.listShownBehind(asked.cell(question), asked.frame(question), after, limit);
    }

    /// How many rows stand behind one figure, and how many of them anybody may look at.
    @Transactional(readOnly = true)
    public Counted countBehind(Question question) {
        return figures.countBehind(asked.cell(question), asked.frame(question));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Behind> listBehind(String period, Part part, Optional<Instant> asOf) {
        var indicator = asked.getIndicator(part.indicator(), asked.getKind(part.subjectKind()));
        if (part.part().equals("denominator") && indicator.denominatorSql().isEmpty()) {
            return List.of();
        }
        var question =
                new Question(
                        period,
                        part.subjectKind(),
                        part.subject(),
                        part.indicator(),
                        part.part(),
                        asOf);
        var rows = new ArrayList<Behind>();
        long after = Long.MIN_VALUE;
        var page = listCasesBehind(question, after, ROWS_AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(row -> rows.add(new Behind(row.id(), row.part())));
            page = listCasesBehind(question, page.getLast().key(), ROWS_AT_ONCE);
        }
        return rows;
    }

    /// The codes of the kinds an indicator is measured by in this city.
    public List<String> listSubjectKinds(Indicator indicator) {
        return asked.listKinds(indicator);
    }

    private static Stream<Figure> figures(
            String period,
            SubjectKind kind,
            String subject,
            Parts[] parts,
            List<Indicator> indicators) {
        return IntStream.range(0, indicators.size())
                .mapToObj(i -> figure(period, kind, subject, indicators.get(i), parts[i]));
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

    /// The last moment of a day of the city, as far as the ledger tells moments apart.
    public Instant endOf(LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(territory.getCity().zone())
                .toInstant()
                .minus(1, ChronoUnit.MICROS);
    }

    /// One integer of one figure.
    ///
    /// @param part `numerator` or `denominator`
    /// @param asOf empty for the figure as it is now
    public record Question(
            String period,
            String by,
            String subject,
            String indicator,
            String part,
            Optional<Instant> asOf) {

        public Question(String period, String by, String subject, String indicator, String part) {
            this(period, by, subject, indicator, part, Optional.empty());
        }
    }
}
