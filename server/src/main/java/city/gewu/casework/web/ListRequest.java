package city.gewu.casework.web;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.store.CaseFilter.Order;
import city.gewu.casework.store.Narrowing.Mark;
import city.gewu.casework.store.Narrowing.Standing;
import city.gewu.casework.usecase.Wanted;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a list is asked for, as it stands behind the question mark and in a saved view.
///
/// @param sort `usual`, `newest` or `oldest`
/// @param standing `late`, `due_soon`, `in_time`, `without_clock` or `suspended`
/// @param mark what happened to the cases: `returned`, `reworked`, `ordered`, …
/// @param from first day of the report, like `2026-11-01`
/// @param to last day of the report
record ListRequest(
        @Nullable String view,
        @Nullable String sort,
        @Nullable String q,
        @Nullable String category,
        @Nullable String department,
        @Nullable String source,
        @Nullable String level,
        @Nullable String unit,
        @Nullable String standing,
        @Nullable String mark,
        @Nullable String from,
        @Nullable String to) {

    /// The names of what may be asked.
    static final Set<String> NAMES =
            Set.of(
                    "view",
                    "sort",
                    "q",
                    "category",
                    "department",
                    "source",
                    "level",
                    "unit",
                    "standing",
                    "mark",
                    "from",
                    "to");

    static ListRequest of(Map<String, String> asked) {
        return new ListRequest(
                asked.get("view"),
                asked.get("sort"),
                asked.get("q"),
                asked.get("category"),
                asked.get("department"),
                asked.get("source"),
                asked.get("level"),
                asked.get("unit"),
                asked.get("standing"),
                asked.get("mark"),
                asked.get("from"),
                asked.get("to"));
    }

    Wanted toWanted() {
        return new Wanted(
                view(text(view)),
                order(text(sort)),
                text(q),
                text(category),
                text(department),
                text(source),
                text(level),
                text(unit),
                known("standing", text(standing), Standing::find),
                known("mark", text(mark), Mark::find),
                known("from", text(from), ListRequest::day),
                known("to", text(to), ListRequest::day));
    }

    private static CaseView view(String code) {
        return CaseView.findView(code.isEmpty() ? "open" : code)
                .orElseThrow(() ->
                        new RefusedException(
                                "casework.unknown-view",
                                "There is no view (%s) of cases.".formatted(code),
                                "Ask for open, mine, overdue, finished, all or a stage."));
    }

    private static Order order(String code) {
        return known(
                        "sort",
                        code,
                        asked ->
                                Arrays.stream(Order.values())
                                        .filter(one ->
                                                one.name().toLowerCase(Locale.ROOT).equals(asked))
                                        .findFirst())
                .orElse(Order.USUAL);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// Empty when nothing is asked; a word that means nothing is refused rather than passed over,
    /// so that nobody takes the whole list for a part of it.
    private static <T> Optional<T> known(
            String name, String asked, Function<String, Optional<T>> find) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var found = find.apply(asked);
        if (found.isEmpty()) {
            throw new RefusedException(
                    "casework.unknown-filter",
                    "The list has no filter (%s) with the value (%s).".formatted(name, asked),
                    "Choose one of those that the page of cases offers.");
        }
        return found;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
