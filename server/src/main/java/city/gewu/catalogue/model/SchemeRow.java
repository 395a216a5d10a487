package city.gewu.catalogue.model;

import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.Named;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One line of a scheme's file: a minor category, and one of its conditions unless those columns
/// are empty.
record SchemeRow(MinorCategory category, Optional<FilingCondition> condition) {

    static final List<String> COLUMNS =
            List.of(
                    "kind",
                    "major_code",
                    "major_zh",
                    "major_en",
                    "minor_code",
                    "minor_zh",
                    "minor_en",
                    "confidence",
                    "condition",
                    "filing_zh",
                    "filing_en",
                    "closing_zh",
                    "closing_en",
                    "limit_amount",
                    "limit_unit");

    private static final String THEN = "then";

    /// With the last column, which a file may leave out.
    static final List<String> STAGED_COLUMNS =
            Stream.concat(COLUMNS.stream(), Stream.of(THEN)).toList();

    private static final int CONDITION = 8;
    private static final Set<String> CONFIDENCES =
            Set.of("high", "medium", "low", "local-ext", "source");

    /// What a column must not hold.
    static final class BadColumn extends RuntimeException {

        @Serial private static final long serialVersionUID = 1L;

        private final String column;

        BadColumn(String column, String reason) {
            super(reason, null, false, false);
            this.column = column;
        }

        /// Empty text for the row as a whole.
        String column() {
            return column;
        }
    }

    /// Refuses with [BadColumn] what the columns must not hold.
    ///
    /// @param columns how many the header names
    static SchemeRow read(List<String> fields, int columns) {
        if (fields.size() != columns) {
            throw new BadColumn(
                    "", "has %d fields instead of %d".formatted(fields.size(), columns));
        }
        for (int column = 0; column < CONDITION; column++) {
            require(fields, column);
        }
        if (!CONFIDENCES.contains(fields.get(7))) {
            throw new BadColumn(
                    "confidence",
                    "confidence (%s) must be one of high, medium, low, local-ext, source"
                            .formatted(fields.get(7)));
        }
        var category =
                new MinorCategory(
                        fields.get(4),
                        oneOf(CategoryKind.class, fields, 0),
                        fields.get(1),
                        new Named(fields.get(2), fields.get(3)),
                        new Named(fields.get(5), fields.get(6)),
                        fields.get(7),
                        List.of());
        return new SchemeRow(category, condition(fields));
    }

    private static Optional<FilingCondition> condition(List<String> fields) {
        if (fields.subList(CONDITION, fields.size()).stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        for (int column = CONDITION; column < COLUMNS.size(); column++) {
            require(fields, column);
        }
        return Optional.of(
                new FilingCondition(
                        fields.get(8),
                        new Named(fields.get(9), fields.get(10)),
                        new Named(fields.get(11), fields.get(12)),
                        limit(amount(fields.get(13)), oneOf(LimitUnit.class, fields, 14)),
                        fields.stream()
                                .skip(COLUMNS.size())
                                .filter(then -> !then.isBlank())
                                .findFirst()));
    }

    /// What is wrong with what follows a condition.
    static String fault(String category, Stages.Fault fault) {
        String then = fault.condition().then().orElse("");
        return switch (fault.code()) {
            case NEXT_IS_ITSELF -> "then (%s) is the condition itself".formatted(then);
            case NEXT_IN_A_CIRCLE -> "then (%s) leads back to the condition".formatted(then);
            default -> "then (%s) is no condition of (%s)".formatted(then, category);
        };
    }

    private static void require(List<String> fields, int column) {
        if (fields.get(column).isBlank()) {
            throw new BadColumn(COLUMNS.get(column), COLUMNS.get(column) + " is empty");
        }
    }

    private static TimeLimit limit(int amount, LimitUnit unit) {
        try {
            return new TimeLimit(amount, unit);
        } catch (IllegalArgumentException e) {
            throw new BadColumn("limit_amount", String.valueOf(e.getMessage()));
        }
    }

    private static int amount(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadColumn(
                    "limit_amount", "limit_amount (%s) is not a whole number".formatted(text));
        }
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, List<String> fields, int column) {
        try {
            return Enum.valueOf(type, fields.get(column).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadColumn(
                    COLUMNS.get(column),
                    "%s (%s) must be one of %s"
                            .formatted(
                                    COLUMNS.get(column),
                                    fields.get(column),
                                    List.of(type.getEnumConstants())));
        }
    }
}
