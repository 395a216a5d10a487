package city.gewu.appraisal.usecase;

import city.gewu.appraisal.model.FactSheet;
import city.gewu.appraisal.model.FactSheet.Exempted;
import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.model.MonthSheet.Table;
import city.gewu.appraisal.model.Scheme;
import city.gewu.appraisal.model.Scoring;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.assessment.Assessment;
import city.gewu.engine.indicator.FigureUnit;
import city.gewu.engine.indicator.Indicator;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The tables of a month out of what had happened until a moment. The same moment gives the same
/// bytes.
@Component
class ComputeMonth {

    private final Schemes schemes;
    private final MonthFacts facts;
    private final Assessment assessment;

    ComputeMonth(Schemes schemes, MonthFacts facts, Assessment assessment) {
        this.schemes = schemes;
        this.facts = facts;
        this.assessment = assessment;
    }

    /// Every kind of subject by the scheme that counts for the month.
    List<Kept> compute(YearMonth month, Instant asOf) {
        return schemes.listKinds().stream().map(kind -> compute(kind, month, asOf)).toList();
    }

    private Kept compute(String kind, YearMonth month, Instant asOf) {
        int version = schemes.findVersion(kind, month);
        var scheme = schemes.get(kind, version);
        var read = readFacts(kind, month, asOf);
        return new Kept(
                kind, scheme, version, read.canonicalBytes(), 0, marks(scheme, version, read));
    }

    /// The figures as they stood at the moment.
    FactSheet readFacts(String kind, YearMonth month, Instant asOf) {
        return FactSheet.of(kind, month.toString(), facts.read(kind, month, Optional.of(asOf)));
    }

    /// The same table without what was exempted.
    Kept without(Kept frozen, List<Exempted> exempted) {
        var left = FactSheet.read(frozen.facts()).without(exempted, units(frozen.kind())::of);
        return new Kept(
                frozen.kind(),
                frozen.scheme(),
                frozen.schemeVersion(),
                frozen.facts(),
                exempted.size(),
                marks(frozen.scheme(), frozen.schemeVersion(), left));
    }

    /// Marks of figures by a scheme, with what was exempted left out.
    byte[] marks(Kept by, FactSheet figures, List<Exempted> exempted) {
        return marks(
                by.scheme(), by.schemeVersion(), figures.without(exempted, units(by.kind())::of));
    }

    private byte[] marks(Scheme scheme, int version, FactSheet figures) {
        var measured = assessment.listMeasured(scheme.kind());
        var facts =
                figures.facts().entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey(), one -> plain(one)));
        return new Scoring(scheme, measured)
                .score(figures.month(), version, facts)
                .canonicalBytes();
    }

    private static Map<String, Scoring.Fact> plain(
            Map.Entry<String, SortedMap<String, Scoring.Fact>> entry) {
        return entry.getValue();
    }

    /// Units of indicators by their codes.
    private interface Units {
        FigureUnit of(String indicator);
    }

    private Units units(String kind) {
        var byCode =
                assessment.listMeasured(kind).stream()
                        .collect(Collectors.toMap(Indicator::code, one -> one.definition().unit()));
        return indicator -> byCode.getOrDefault(indicator, FigureUnit.COUNT);
    }

    static Table table(Kept kept) {
        return new Table(
                kept.kind(),
                kept.scheme().code(),
                kept.schemeVersion(),
                MonthSheet.digest(kept.facts()),
                kept.exempted(),
                MonthSheet.digest(kept.marks()));
    }
}
