package city.gewu.engine.indicator;

import java.util.Optional;
import java.util.regex.Pattern;

/// An indicator ready to be evaluated (考评指标): its definition with the period written into both
/// parts.
///
/// @param source the rows it counts over
/// @param numeratorSql what one row adds above the line, 0 outside the period
/// @param denominatorSql the same below the line; empty for a count, whose denominator is 1
public record Indicator(
        Definition definition,
        Source source,
        String numeratorSql,
        Optional<String> denominatorSql) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");

    /// Checks a definition against its source and completes it.
    ///
    /// @throws IllegalArgumentException naming the indicator and what is wrong with it
    public static Indicator resolve(Definition definition, Source source) {
        String code = definition.code();
        require(CODE.matcher(code).matches(), code, "has a code that is not lower_case");
        require(definition.source().equals(source.name()), code, "names another source");
        require(!definition.subjects().isEmpty(), code, "has no subject kind");
        require(
                source.subjects().containsAll(definition.subjects()),
                code,
                "names a subject kind that its source does not know");
        require(
                source.columns().containsAll(definition.period().columns()),
                code,
                "has a period rule that its source has no moment for");
        require(
                definition.denominator().isPresent() == (definition.unit() != FigureUnit.COUNT),
                code,
                "must have a denominator unless it is a count");
        return new Indicator(
                definition,
                source,
                complete(definition, "numerator", definition.numerator(), source),
                definition
                        .denominator()
                        .map(part -> complete(definition, "denominator", part, source)));
    }

    public String code() {
        return definition.code();
    }

    /// What one row adds to a part; empty for the denominator of a count.
    public Optional<String> sql(FigurePart part) {
        return switch (part) {
            case NUMERATOR -> Optional.of(numeratorSql);
            case DENOMINATOR -> denominatorSql;
        };
    }

    /// A part for rows that know already whether the period is about them, by [PeriodRule#column].
    String knowing(String part) {
        return part.replace(definition.period().sql(), definition.period().column());
    }

    private static String complete(
            Definition definition, String name, Definition.Part part, Source source) {
        String where = "%s of the indicator (%s)".formatted(name, definition.code());
        return "case when %s then %s else 0 end"
                .formatted(
                        definition.period().sql(),
                        Dialect.check(where, part.sql(), source.columns()));
    }

    private static void require(boolean holds, String code, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("The indicator (%s) %s.".formatted(code, complaint));
        }
    }
}
