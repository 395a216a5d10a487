package city.gewu.appraisal.web;

import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.MarkTable.Mark;
import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.model.Scheme;
import city.gewu.appraisal.model.SchemeCheck.Fault;
import city.gewu.appraisal.store.MarkSchemeStore.Version;
import city.gewu.appraisal.usecase.MarkMonths.Tried;
import city.gewu.engine.indicator.Indicator;
import city.gewu.platform.Named;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What rankings and schemes look like over HTTP.
final class AppraisalBodies {

    private AppraisalBodies() {}

    /// @param scheme the one that counted for the month
    /// @param indicators of the table of marks, in its order
    record RankingBody(
            String kind,
            String period,
            int version,
            Scheme scheme,
            List<IndicatorBody> indicators,
            List<RankedBody> rows) {}

    /// @param unit `count`, `rate` or `hours`
    /// @param weight of 100; 0 for a bonus or a deduction
    record IndicatorBody(
            String code, Named name, String unit, BigDecimal weight, int minimumSample) {

        static IndicatorBody of(Indicator indicator, BigDecimal weight) {
            var definition = indicator.definition();
            return new IndicatorBody(
                    definition.code(),
                    new Named(definition.name().zh(), definition.name().en()),
                    definition.unit().name().toLowerCase(Locale.ROOT),
                    weight,
                    definition.minimumSample());
        }
    }

    /// @param total of 100; absent when too little could be marked
    /// @param rankBefore in the month before
    record RankedBody(
            String subject,
            Named name,
            Optional<BigDecimal> total,
            Optional<Integer> rank,
            Optional<String> grade,
            Optional<BigDecimal> totalBefore,
            Optional<Integer> rankBefore,
            List<MarkBody> marks) {

        static RankedBody of(Row row, Named name, Optional<Row> before) {
            return new RankedBody(
                    row.subject(),
                    name,
                    row.total(),
                    row.rank(),
                    row.grade(),
                    before.flatMap(Row::total),
                    before.flatMap(Row::rank),
                    row.marks().stream().map(MarkBody::of).toList());
        }
    }

    /// @param sample what the figure rests on
    /// @param marks of 100, or what is added or taken away; absent when the sample is too small
    record MarkBody(
            String indicator,
            long numerator,
            long denominator,
            String value,
            long sample,
            Optional<BigDecimal> marks) {

        static MarkBody of(Mark mark) {
            return new MarkBody(
                    mark.indicator(),
                    mark.numerator(),
                    mark.denominator(),
                    mark.value(),
                    mark.sample(),
                    mark.marks());
        }
    }

    /// @param months the oldest first
    record YearBody(String kind, List<String> months, List<SeriesBody> rows) {

        static YearBody of(
                String kind,
                List<MarkTable> tables,
                Map<String, Named> names,
                Predicate<String> shown) {
            var subjects =
                    tables.stream()
                            .flatMap(table -> table.rows().stream())
                            .map(Row::subject)
                            .filter(shown)
                            .distinct()
                            .sorted()
                            .toList();
            var months = tables.stream().map(AppraisalBodies::bySubject).toList();
            return new YearBody(
                    kind,
                    tables.stream().map(MarkTable::month).toList(),
                    subjects.stream()
                            .map(subject ->
                                    new SeriesBody(
                                            subject,
                                            name(names, subject),
                                            months.stream()
                                                    .map(month ->
                                                            PointBody.of(
                                                                    Optional.ofNullable(
                                                                            month.get(subject))))
                                                    .toList()))
                            .toList());
        }
    }

    record SeriesBody(String subject, Named name, List<PointBody> months) {}

    record PointBody(Optional<BigDecimal> total, Optional<Integer> rank, Optional<String> grade) {

        static PointBody of(Optional<Row> row) {
            return new PointBody(
                    row.flatMap(Row::total), row.flatMap(Row::rank), row.flatMap(Row::grade));
        }
    }

    /// @param inForce number of the version that counts this month; 0 for the example
    record KindBody(String kind, int inForce, Scheme scheme, List<VersionBody> versions) {}

    record VersionBody(
            int number, LocalDate since, Instant laidDownAt, String author, String reason) {

        static VersionBody of(Version version) {
            return new VersionBody(
                    version.number(),
                    version.since(),
                    version.laidDownAt(),
                    version.author(),
                    version.reason());
        }
    }

    record SchemesBody(List<KindBody> kinds, boolean mayLayDown) {}

    record FaultBody(String code, String detail) {

        static FaultBody of(Fault fault) {
            return new FaultBody(fault.code(), fault.values());
        }
    }

    /// @param since first month it counts for
    record NewSchemeRequest(
            @NotNull @Valid Scheme scheme, @NotNull YearMonth since, @NotNull String reason) {}

    record LaidDownBody(int number) {}

    /// @param period the last of the twelve months
    record SimulationRequest(@NotNull @Valid Scheme scheme, @NotNull YearMonth period) {}

    record SimulationBody(String kind, List<TriedMonthBody> months) {

        static SimulationBody of(
                String kind, List<Tried> tried, Map<String, Named> names, Predicate<String> shown) {
            return new SimulationBody(
                    kind,
                    tried.stream().map(month -> TriedMonthBody.of(month, names, shown)).toList());
        }
    }

    record TriedMonthBody(String month, List<MovedBody> rows) {

        static TriedMonthBody of(Tried tried, Map<String, Named> names, Predicate<String> shown) {
            var before = bySubject(tried.before());
            return new TriedMonthBody(
                    tried.after().month(),
                    tried.after().rows().stream()
                            .filter(row -> shown.test(row.subject()))
                            .map(row ->
                                    new MovedBody(
                                            row.subject(),
                                            name(names, row.subject()),
                                            PointBody.of(
                                                    Optional.ofNullable(before.get(row.subject()))),
                                            PointBody.of(Optional.of(row))))
                            .toList());
        }
    }

    record MovedBody(String subject, Named name, PointBody before, PointBody after) {}

    static Map<String, Row> bySubject(MarkTable table) {
        return table.rows().stream().collect(Collectors.toMap(Row::subject, Function.identity()));
    }

    static Named name(Map<String, Named> names, String code) {
        return names.getOrDefault(code, new Named(code, code));
    }
}
