package city.gewu.points.model;

import city.gewu.people.Post;
import city.gewu.platform.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A version of the rules of points, in force from a day on until the next.
///
/// @param words what people are told of where the rules come from
/// @param posts whoever holds one of them on a day has points of that day
/// @param settledOn day of the next month from which a month is settled: what becomes known later
///   counts for the day it was booked
public record RuleBook(
        String version,
        LocalDate from,
        Named words,
        List<Post> posts,
        int settledOn,
        List<Rule> rules) {

    public RuleBook {
        posts = List.copyOf(posts);
        rules = List.copyOf(rules);
    }

    /// The version in force on a day: the one that began last.
    public static Optional<RuleBook> findInForce(List<RuleBook> all, LocalDate day) {
        return all.stream()
                .filter(book -> !book.from.isAfter(day))
                .max(Comparator.comparing(RuleBook::from));
    }

    public Optional<Rule> findRule(String code) {
        return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /// Whether a month was settled before `today` ended.
    public boolean isSettled(YearMonth month, LocalDate today) {
        return !today.isBefore(month.plusMonths(1).atDay(settledOn));
    }
}
