package city.gewu.assessment.usecase;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.model.Frame;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.FigureStore;
import city.gewu.assessment.store.FigureStore.CaseBehind;
import city.gewu.assessment.store.FigureStore.Cell;
import city.gewu.assessment.store.FigureStore.Parts;
import city.gewu.engine.indicator.FigurePart;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Period;
import city.gewu.engine.indicator.Period.Window;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private static final int ROWS_AT_ONCE = 2_000;

    private final IndicatorBook book;
    private final Territory territory;
    private final FigureStore figures;
    private final Clock clock;

    EvaluatePeriod(IndicatorBook book, Territory territory, FigureStore figures, Clock clock) {
        this.book = book;
        this.territory = territory;
        this.figures = figures;
        this.clock = clock;
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
        var frame = frame(period, asOf);
        var kind = getKind(subjectKind);
        var wanted = indicator.map(code -> getIndicator(code, kind));
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
        return kinds().stream().map(SubjectKind::code).toList();
    }

    @Override
    public List<Indicator> listMeasured(String subjectKind) {
        return book.listFor(getKind(subjectKind).subject());
    }

    /// The cases behind the numerator or denominator of one figure, after a key.
    @Transactional(readOnly = true)
    public List<CaseBehind> listCasesBehind(Question question, long after, int limit) {
        var frame = frame(question.period(), question.asOf());
        var kind = getKind(question.by());
        var indicator = getIndicator(question.indicator(), kind);
        String sql = getPartSql(indicator, question.part());
        return figures.listCasesBehind(
                new Cell(indicator.source(), sql, kind, question.subject()), frame, after, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Behind> listBehind(String period, Part part, Optional<Instant> asOf) {
        var indicator = getIndicator(part.indicator(), getKind(part.subjectKind()));
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
        return kinds().stream()
                .filter(kind -> indicator.definition().subjects().contains(kind.subject()))
                .map(SubjectKind::code)
                .toList();
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

    private Frame frame(String period, Optional<Instant> asOf) {
        var zone = territory.getCity().zone();
        var now = clock.instant();
        if (asOf.isPresent() && asOf.get().isAfter(now)) {
            throw new RefusedException(
                    "assessment.not-yet",
                    "The moment (%s) has not come.".formatted(asOf.get()),
                    "Ask for a day that is over.");
        }
        return new Frame(window(period, zone), asOf.orElse(now), asOf.isPresent(), zone);
    }

    private static Window window(String period, ZoneId zone) {
        return Period.parse(period)
                .orElseThrow(() ->
                        new RefusedException(
                                "assessment.bad-period",
                                "The period (%s) is not a month, quarter or year."
                                        .formatted(period),
                                "Write it like 2011-08, 2011-Q3 or 2011."))
                .in(zone);
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
