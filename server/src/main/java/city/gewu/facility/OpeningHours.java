package city.gewu.facility;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// When a place is open (开放时间): hours of the week and days that differ, as one text of rules.
///
/// `24/7`, or rules between semicolons: `Mo-Fr 08:00-18:00`, `Sa,Su 09:00-12:00,14:00-17:00`, `Mo
/// off`, `2026-10-01..2026-10-07 10:00-16:00`, `2026-02-17 off`. A rule of a day stands before one
/// of the week, and a later rule before an earlier one. Hours may run past midnight: `18:00-02:00`.
/// An empty text says that nobody knows.
public final class OpeningHours {

    /// Nobody knows.
    public static final OpeningHours UNKNOWN = new OpeningHours("", List.of());

    private static final String ALWAYS = "24/7";
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final Pattern RULE = Pattern.compile("(\\S+)\\s+(\\S+)");
    private static final Pattern SPAN = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    private final String text;
    private final List<Rule> rules;

    private OpeningHours(String text, List<Rule> rules) {
        this.text = text;
        this.rules = rules;
    }

    /// @param until on the next day when it is not after `from`
    private record Span(LocalTime from, LocalTime until) {

        boolean holdsOnItsDay(LocalTime time) {
            return !time.isBefore(from) && (isOvernight() || time.isBefore(until));
        }

        boolean holdsOnTheNextDay(LocalTime time) {
            return isOvernight() && time.isBefore(until);
        }

        private boolean isOvernight() {
            return !until.isAfter(from);
        }
    }

    /// @param weekdays empty for a rule of dates
    private record Rule(
            Set<DayOfWeek> weekdays, LocalDate first, LocalDate last, List<Span> spans) {

        boolean isOfDates() {
            return weekdays.isEmpty();
        }

        boolean holds(LocalDate day) {
            return isOfDates()
                    ? !day.isBefore(first) && !day.isAfter(last)
                    : weekdays.contains(day.getDayOfWeek());
        }
    }

    /// The hours that the text says; empty when it says none.
    public static Optional<OpeningHours> find(String text) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        var rules = new ArrayList<Rule>();
        for (String part : plain.split(";", -1)) {
            var rule = rule(part.strip());
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            rules.add(rule.get());
        }
        return Optional.of(new OpeningHours(plain, List.copyOf(rules)));
    }

    private static Optional<Rule> rule(String part) {
        if (part.equals(ALWAYS)) {
            var always = List.of(new Span(LocalTime.MIN, LocalTime.MIN));
            return Optional.of(
                    new Rule(EnumSet.allOf(DayOfWeek.class), LocalDate.MIN, LocalDate.MAX, always));
        }
        var match = RULE.matcher(part);
        if (!match.matches()) {
            return Optional.empty();
        }
        var spans = spans(match.group(2));
        return spans.flatMap(found -> dayRule(match.group(1), found));
    }

    private static Optional<Rule> dayRule(String days, List<Span> spans) {
        if (Character.isDigit(days.charAt(0))) {
            var ends = days.split("\\.\\.", -1);
            try {
                var first = LocalDate.parse(ends[0]);
                var last = LocalDate.parse(ends[ends.length - 1]);
                return ends.length > 2 || last.isBefore(first)
                        ? Optional.empty()
                        : Optional.of(new Rule(Set.of(), first, last, spans));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
        return weekdays(days).map(found -> new Rule(found, LocalDate.MIN, LocalDate.MAX, spans));
    }

    private static Optional<Set<DayOfWeek>> weekdays(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            var ends = part.split("-", -1);
            int first = DAYS.indexOf(ends[0]);
            int last = DAYS.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                return Optional.empty();
            }
            for (int day = first; day != (last + 1) % DAYS.size() || days.isEmpty(); ) {
                days.add(DayOfWeek.of(day + 1));
                day = (day + 1) % DAYS.size();
            }
        }
        return Optional.of(days);
    }

    private static Optional<List<Span>> spans(String text) {
        if (text.equals("off")) {
            return Optional.of(List.of());
        }
        var spans = new ArrayList<Span>();
        for (String part : text.split(",", -1)) {
            var match = SPAN.matcher(part);
            if (!match.matches()) {
                return Optional.empty();
            }
            try {
                spans.add(new Span(LocalTime.parse(match.group(1)), untilOf(match.group(2))));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(spans));
    }

    private static LocalTime untilOf(String text) {
        return text.equals("24:00") ? LocalTime.MIN : LocalTime.parse(text);
    }

    /// Whether it is open at the moment; empty when nobody knows.
    public Optional<Boolean> isOpen(LocalDateTime at) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        var time = at.toLocalTime();
        boolean today =
                spansOf(at.toLocalDate()).stream().anyMatch(span -> span.holdsOnItsDay(time));
        boolean yesterday =
                spansOf(at.toLocalDate().minusDays(1)).stream()
                        .anyMatch(span -> span.holdsOnTheNextDay(time));
        return Optional.of(today || yesterday);
    }

    private List<Span> spansOf(LocalDate day) {
        return rules.reversed().stream()
                .filter(rule -> rule.isOfDates() && rule.holds(day))
                .findFirst()
                .or(() ->
                        rules.reversed().stream()
                                .filter(rule -> !rule.isOfDates() && rule.holds(day))
                                .findFirst())
                .map(Rule::spans)
                .orElse(List.of());
    }

    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningHours hours && hours.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
