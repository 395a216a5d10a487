package city.gewu.engine.indicator;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One statement for the figures of several kinds of subject over rows of several sources, in SQL
/// that DuckDB and Spark read alike, and PostgreSQL too. Each source is read once.
public final class ManyKinds {

    private static final Pattern PLACEHOLDER = Pattern.compile(":(from|to|now)\\b");
    private static final String NEWLINE = "\n  ";

    private final List<Indicator> indicators;
    private final List<Kind> kinds;

    /// @param indicators in the order in which they are answered
    /// @param kinds in the order in which they are answered
    public ManyKinds(List<Indicator> indicators, List<Kind> kinds) {
        this.indicators = List.copyOf(indicators);
        this.kinds = List.copyOf(kinds);
    }

    /// @param column text that names the subject in the rows; each kind has one of its own
    public record Kind(Subject subject, String column) {}

    /// The moments that stand for the placeholders, as the engine writes them.
    public record Moments(String from, String to, String now) {

        String in(String sql) {
            return PLACEHOLDER
                    .matcher(sql)
                    .replaceAll(found ->
                            switch (found.group(1)) {
                                case "from" -> from;
                                case "to" -> to;
                                default -> now;
                            });
        }
    }

    /// The sources that are read.
    public List<Source> sources() {
        return kinds.stream()
                .flatMap(kind -> indicatorsOf(kind).mapToObj(indicators::get))
                .map(Indicator::source)
                .distinct()
                .toList();
    }

    /// A row for each subject of each kind that at least one row of the period concerns: `kind` by
    /// its place in the list, `subject`, then `n0, d0, n1, d1, …` in the order of the indicators,
    /// sorted by kind and subject. What a source has no row of is 0, and 1 below a count.
    ///
    /// @param rows a select of each source's canonical rows, with the columns of the kinds
    public String sql(Map<Source, String> rows, Moments moments) {
        var branches =
                sources().stream()
                        .map(source ->
                                branch(
                                        source,
                                        kindsOf(source),
                                        Objects.requireNonNull(rows.get(source))))
                        .collect(Collectors.joining("union all\n"));
        var sql = new StringBuilder("select").append(NEWLINE).append("kind,\n  subject");
        for (int i = 0; i < indicators.size(); i++) {
            sql.append(",\n  coalesce(cast(sum(n%1$d) as bigint), 0) as n%1$d".formatted(i));
            int below = indicators.get(i).denominatorSql().isPresent() ? 0 : 1;
            sql.append(
                    ",\n  coalesce(cast(sum(d%1$d) as bigint), %2$d) as d%1$d".formatted(i, below));
        }
        return moments.in(
                sql.append("\nfrom (\n")
                        .append(branches.indent(2))
                        .append(") figures\nwhere present > 0\n")
                        .append("group by kind, subject\norder by kind, subject\n")
                        .toString());
    }

    private List<Integer> kindsOf(Source source) {
        return IntStream.range(0, kinds.size())
                .filter(kind -> !indicatorsOf(kind, source).isEmpty())
                .boxed()
                .toList();
    }

    private boolean isLevel(int kind) {
        return kinds.get(kind).subject() == Subject.LEVEL;
    }

    /// The figures of one source, with nulls in place of those of others. A row may concern one
    /// kind and not another, by the period rules of what is measured by it: `p…` counts that.
    private String branch(Source source, List<Integer> own, String rows) {
        var present = new StringJoiner(" ", "case kind ", " end");
        own.forEach(kind -> present.add("when %1$d then p%1$d".formatted(kind)));
        var sql =
                new StringBuilder("select")
                        .append(NEWLINE)
                        .append("kind,\n  subject,\n  ")
                        .append(present)
                        .append(" as present");
        for (int i = 0; i < indicators.size(); i++) {
            sql.append(isSummed(i, source, own) ? ",\n  n%1$d,\n  d%1$d".formatted(i) : nothing(i));
        }
        return sql.append("\nfrom (\n")
                .append(sums(source, own, rows).indent(2))
                .append(") sums\n")
                .toString();
    }

    private static String nothing(int indicator) {
        return ",\n  cast(null as bigint) as n%1$d,\n  cast(null as bigint) as d%1$d"
                .formatted(indicator);
    }

    /// Rows are first summed into cells, by all levels at once and by all other kinds at once, and
    /// the cells by each kind: units of a level nest, so there are hardly more cells than grids,
    /// and a row is summed twice instead of once for each kind. Levels and the rest together would
    /// make as many cells as there are rows.
    private String sums(Source source, List<Integer> own, String rows) {
        var which = new StringJoiner(" ", "case ", " end");
        own.forEach(kind -> which.add("when s%1$d is not null then %1$d".formatted(kind)));
        var sql = new StringBuilder("select").append(NEWLINE).append(which).append(" as kind,\n  ");
        sql.append(joined(own, "coalesce(", "s%1$d", ", ", ")")).append(" as subject");
        own.forEach(kind -> sql.append(sum("p" + kind, "p" + kind)));
        for (int i = 0; i < indicators.size(); i++) {
            if (isSummed(i, source, own)) {
                sql.append(sum("n" + i, "n" + i));
                sql.append(
                        indicators.get(i).denominatorSql().isPresent()
                                ? sum("d" + i, "d" + i)
                                : ",\n  cast(1 as bigint) as d" + i);
            }
        }
        return sql.append("\nfrom (\n")
                .append(cells(source, own, rows).indent(2))
                .append(") cells\ngroup by ")
                .append(joined(own, "grouping sets (", "(s%1$d)", ", ", ")"))
                .append('\n')
                .toString();
    }

    private String cells(Source source, List<Integer> own, String rows) {
        var sql = new StringBuilder("select").append(NEWLINE);
        sql.append(joined(own, "", "s%1$d", ", ", ""));
        String concerned = scope(indicatorsOf(own, source));
        for (int kind : own) {
            String rule = scope(indicatorsOf(kind, source));
            // The rules of all kinds alike: every row that is read concerns this one.
            sql.append(
                    rule.equals(concerned)
                            ? ",\n  count(*) as p" + kind
                            : sum("p" + kind, "case when %s then 1 else 0 end".formatted(rule)));
        }
        for (int i = 0; i < indicators.size(); i++) {
            if (isSummed(i, source, own)) {
                var indicator = indicators.get(i);
                sql.append(sum("n" + i, indicator.knowing(indicator.numeratorSql())));
                String below = "d" + i;
                sql.append(
                        indicator
                                .denominatorSql()
                                .map(part -> sum(below, indicator.knowing(part)))
                                .orElse(""));
            }
        }
        return sql.append("\nfrom (\n")
                .append(subjects(source, own, rows).indent(2))
                .append(") fact\nwhere ")
                .append(concerned)
                .append("\ngroup by ")
                .append(cellsOf(own))
                .append('\n')
                .toString();
    }

    /// The kinds that a cell is not of are null in it; [#subjects] leaves no other null.
    private String cellsOf(List<Integer> own) {
        return Stream.of(true, false)
                .map(level -> own.stream().filter(kind -> isLevel(kind) == level).toList())
                .filter(together -> !together.isEmpty())
                .map(together -> joined(together, "(", "s%1$d", ", ", ")"))
                .collect(Collectors.joining(", ", "grouping sets (", ")"));
    }

    /// The rows with the names of their subjects, and what each period rule says of them.
    private String subjects(Source source, List<Integer> own, String rows) {
        var sql = new StringBuilder("select").append(NEWLINE).append("facts.*");
        for (var rule : rules(indicatorsOf(own, source))) {
            sql.append(",\n  (%s) as %s".formatted(rule.sql(), rule.column()));
        }
        for (int kind : own) {
            sql.append(
                    ",\n  coalesce(nullif(%s, ''), '%s') as s%d"
                            .formatted(kinds.get(kind).column(), Subject.NONE, kind));
        }
        return sql.append("\nfrom (\n").append(rows.strip().indent(2)).append(") facts").toString();
    }

    private static String sum(String name, String part) {
        return ",\n  cast(sum(%s) as bigint) as %s".formatted(part, name);
    }

    private static String joined(
            List<Integer> kinds, String before, String each, String between, String after) {
        return kinds.stream()
                .map(each::formatted)
                .collect(Collectors.joining(between, before, after));
    }

    private static Set<PeriodRule> rules(Collection<Indicator> indicators) {
        var rules = new LinkedHashSet<PeriodRule>();
        indicators.forEach(it -> rules.add(it.definition().period()));
        return rules;
    }

    private static String scope(Collection<Indicator> indicators) {
        return rules(indicators).stream()
                .map(PeriodRule::column)
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private boolean isSummed(int indicator, Source source, List<Integer> own) {
        return indicatorsOf(own, source).contains(indicators.get(indicator));
    }

    private List<Indicator> indicatorsOf(List<Integer> own, Source source) {
        return own.stream().flatMap(kind -> indicatorsOf(kind, source).stream()).toList();
    }

    private List<Indicator> indicatorsOf(int kind, Source source) {
        return indicatorsOf(kinds.get(kind))
                .mapToObj(indicators::get)
                .filter(it -> it.source().equals(source))
                .toList();
    }

    private IntStream indicatorsOf(Kind kind) {
        return IntStream.range(0, indicators.size())
                .filter(i -> indicators.get(i).definition().subjects().contains(kind.subject()));
    }
}
