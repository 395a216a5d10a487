package city.gewu.assessment.usecase;

import city.gewu.assessment.model.Frame;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.FigureStore.Cell;
import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import city.gewu.engine.indicator.FigurePart;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Period;
import city.gewu.engine.indicator.Period.Window;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Looks up what a person names: a period, a kind, an indicator, a part. What is not known is
/// refused and never becomes part of a statement.
@Component
class AskedFigures {

    private final IndicatorBook book;
    private final Territory territory;
    private final Clock clock;

    AskedFigures(IndicatorBook book, Territory territory, Clock clock) {
        this.book = book;
        this.territory = territory;
        this.clock = clock;
    }

    Cell cell(Question question) {
        var kind = getKind(question.by());
        var indicator = getIndicator(question.indicator(), kind);
        return new Cell(
                indicator.source(),
                getPartSql(indicator, question.part()),
                kind,
                question.subject());
    }

    Frame frame(Question question) {
        return frame(question.period(), question.asOf());
    }

    Frame frame(String period, Optional<Instant> asOf) {
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

    List<SubjectKind> kinds() {
        return SubjectKind.of(territory.getCity().levels());
    }

    SubjectKind getKind(String code) {
        return kinds().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(
                                "assessment.unknown-subject-kind",
                                "There is no kind of subject (%s).".formatted(code),
                                "Use one of: %s.".formatted(String.join(", ", codes(kinds())))));
    }

    Indicator getIndicator(String code, SubjectKind kind) {
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
                    "Use one of: %s.".formatted(String.join(", ", listKinds(indicator))));
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

    /// The codes of the kinds an indicator is measured by in this city.
    List<String> listKinds(Indicator indicator) {
        return codes(
                kinds().stream()
                        .filter(kind -> indicator.definition().subjects().contains(kind.subject()))
                        .toList());
    }

    static List<String> codes(List<SubjectKind> kinds) {
        return kinds.stream().map(SubjectKind::code).toList();
    }
}
