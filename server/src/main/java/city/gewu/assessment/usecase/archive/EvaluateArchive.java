package city.gewu.assessment.usecase.archive;

import city.gewu.assessment.ArchivedAssessment;
import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.archive.ArchiveFolder;
import city.gewu.assessment.store.archive.DuckEngine;
import city.gewu.assessment.store.archive.FactsSql;
import city.gewu.assessment.store.archive.SparkEngine;
import city.gewu.assessment.store.archive.Work;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.ManyKinds;
import city.gewu.engine.indicator.Period;
import city.gewu.engine.indicator.Source;
import city.gewu.platform.RefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Evaluates a period over archived months. Definitions, kinds and the text of the statement are
/// the same for every engine.
@Component
public class EvaluateArchive implements ArchivedAssessment {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private final IndicatorBook book;
    private final DuckEngine duckDb;
    private final SparkEngine spark;

    EvaluateArchive(IndicatorBook book, DuckEngine duckDb, SparkEngine spark) {
        this.book = book;
        this.duckDb = duckDb;
        this.spark = spark;
    }

    @Override
    public void evaluate(Question question, Consumer<Figure> to) {
        var plan = plan(question);
        var rows = plan.rows(to);
        switch (question.engine()) {
            case DUCKDB -> duckDb.run(plan.work, rows);
            case SPARK -> spark.run(plan.work, question.master(), rows);
        }
    }

    /// What has to be done for a question.
    private record Plan(
            String period,
            List<SubjectKind> kinds,
            List<Indicator> indicators,
            Optional<Indicator> wanted,
            Work work) {

        /// Turns rows into figures: those of the indicators that the kind is measured by.
        Work.Rows rows(Consumer<Figure> to) {
            return (at, subject, integers) -> {
                var kind = kinds.get(at);
                for (int i = 0; i < indicators.size(); i++) {
                    var indicator = indicators.get(i);
                    if (measures(indicator, kind)
                            && (wanted.isEmpty() || wanted.get().equals(indicator))) {
                        to.accept(
                                figure(
                                        kind,
                                        subject,
                                        indicator,
                                        integers[2 * i],
                                        integers[2 * i + 1]));
                    }
                }
            };
        }

        private Figure figure(
                SubjectKind kind, String subject, Indicator indicator, long above, long below) {
            return new Figure(
                    period,
                    kind.code(),
                    subject,
                    indicator.code(),
                    above,
                    below,
                    indicator.definition().unit().value(above, below));
        }
    }

    private Plan plan(Question question) {
        var period =
                Period.parse(question.period())
                        .orElseThrow(() ->
                                new RefusedException(
                                        "assessment.bad-period",
                                        "The period (%s) is not a month, quarter or year."
                                                .formatted(question.period()),
                                        "Write it like 2011-08, 2011-Q3 or 2011."));
        var folder = new ArchiveFolder(question.archive());
        var selection = ArchiveSelection.of(folder.list(), question.city(), period);
        var kinds = kinds(selection, question.subjectKind());
        var wanted = question.indicator().map(code -> getIndicator(code, kinds));
        var indicators =
                book.indicators().stream()
                        .filter(it -> kinds.stream().anyMatch(kind -> measures(it, kind)))
                        .filter(it -> wanted.isEmpty() || wanted.get().source().equals(it.source()))
                        .toList();
        var asked =
                kinds.stream()
                        .filter(kind -> wanted.isEmpty() || measures(wanted.get(), kind))
                        .toList();
        return new Plan(
                period.text(),
                asked,
                indicators,
                wanted,
                work(folder.root(), selection, period, asked, indicators));
    }

    private static Work work(
            Path root,
            ArchiveSelection selection,
            Period period,
            List<SubjectKind> kinds,
            List<Indicator> indicators) {
        var statement =
                new ManyKinds(
                        indicators,
                        kinds.stream()
                                .map(it -> FactsSql.kind(it, selection.severalCities()))
                                .toList());
        Map<String, List<Path>> views = new HashMap<>();
        Map<Source, String> rows = new HashMap<>();
        for (var source : statement.sources()) {
            views.put(FactsSql.view(source), files(source, selection, kinds, indicators));
            rows.put(source, FactsSql.rows(source, selection.severalMonths()));
        }
        var window = period.in(selection.zone());
        var moments =
                new ManyKinds.Moments(
                        FactsSql.moment(window.from()), FactsSql.moment(window.to()), "as_of");
        return new Work(root, views, statement.sql(rows, moments), 2 * indicators.size());
    }

    /// The files of a source, which must all have what its indicators name: a month from before a
    /// column was there would count as 0.
    private static List<Path> files(
            Source source,
            ArchiveSelection selection,
            List<SubjectKind> kinds,
            List<Indicator> indicators) {
        var columns =
                Stream.concat(
                                indicators.stream()
                                        .filter(it -> it.source().equals(source))
                                        .flatMap(EvaluateArchive::words)
                                        .filter(source.columns()::contains),
                                subjectColumns(source, kinds))
                        .collect(Collectors.toSet());
        var files = new ArrayList<Path>();
        for (var month : selection.months()) {
            var file = month.manifest().find(source.name());
            if (file.isEmpty() || !file.get().columns().containsAll(columns)) {
                throw new RefusedException(
                        "archive.lacks",
                        "The month (%s) of the city (%s) was archived before (%s) was counted as now."
                                .formatted(
                                        month.manifest().month(),
                                        month.manifest().city(),
                                        source.name()),
                        "Move the folder of that month away and archive it again.");
            }
            files.add(month.file(file.get()));
        }
        return files;
    }

    private static Stream<String> subjectColumns(Source source, List<SubjectKind> kinds) {
        return kinds.stream()
                .filter(kind -> source.subjects().contains(kind.subject()))
                .map(FactsSql::column);
    }

    private static Stream<String> words(Indicator indicator) {
        String sql = indicator.numeratorSql() + " " + indicator.denominatorSql().orElse("");
        return WORD.matcher(sql).results().map(word -> word.group());
    }

    /// All are those that every month can be gathered by: one from before a kind was thought of
    /// does not know its subjects.
    private List<SubjectKind> kinds(ArchiveSelection selection, String code) {
        var measured =
                selection.kinds().stream()
                        .filter(kind -> !book.listFor(kind.subject()).isEmpty())
                        .toList();
        if (code.equals(ALL)) {
            return measured.stream()
                    .filter(kind ->
                            Source.ALL.stream()
                                    .filter(it -> it.subjects().contains(kind.subject()))
                                    .allMatch(it -> selection.has(it, FactsSql.column(kind))))
                    .toList();
        }
        var kind = measured.stream().filter(it -> it.code().equals(code)).findFirst();
        return List.of(
                kind.orElseThrow(() ->
                        new RefusedException(
                                "assessment.unknown-subject-kind",
                                "There is no kind of subject (%s).".formatted(code),
                                "Use one of: %s, %s."
                                        .formatted(
                                                measured.stream()
                                                        .map(SubjectKind::code)
                                                        .collect(Collectors.joining(", ")),
                                                ALL))));
    }

    private Indicator getIndicator(String code, List<SubjectKind> kinds) {
        var indicator =
                book.find(code)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "assessment.unknown-indicator",
                                        "There is no indicator (%s).".formatted(code),
                                        "Use one of: %s."
                                                .formatted(
                                                        book.indicators().stream()
                                                                .map(Indicator::code)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
        if (kinds.stream().noneMatch(kind -> measures(indicator, kind))) {
            throw new RefusedException(
                    "assessment.bad-subject-kind",
                    "The indicator (%s) is not measured by (%s)."
                            .formatted(code, kinds.getFirst().code()),
                    "Ask for another kind of subject, or for all.");
        }
        return indicator;
    }

    private static boolean measures(Indicator indicator, SubjectKind kind) {
        return indicator.definition().subjects().contains(kind.subject());
    }
}
