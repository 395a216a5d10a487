package city.gewu.points.usecase;

import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.points.model.Rule;
import city.gewu.points.model.Rule.Cap;
import city.gewu.points.model.Rule.Only;
import city.gewu.points.model.Rule.When;
import city.gewu.points.model.RuleBook;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads files of rules and accepts nothing it does not understand.
final class RuleReader {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final int MOST_POINTS = 10_000;
    private static final int LATEST_SETTLING = 28;

    private RuleReader() {}

    private record Book(
            @Nullable String version,
            @Nullable String from,
            @Nullable Named words,
            @Nullable List<String> posts,
            @Nullable @JsonProperty("settled-on") Integer settledOn,
            @Nullable List<Line> rules) {}

    private record Line(
            @Nullable String code,
            @Nullable String when,
            @Nullable Named words,
            @Nullable BigDecimal points,
            @Nullable @JsonProperty("most-a-day") BigDecimal mostADay,
            @Nullable @JsonProperty("most-of-a-minor") BigDecimal mostOfAMinor,
            @Nullable List<String> conditions,
            @Nullable List<String> sources,
            @Nullable List<String> grounds,
            @Nullable @JsonProperty("within-minutes") Integer withinMinutes,
            @Nullable @JsonProperty("above-minutes") Integer aboveMinutes,
            @Nullable @JsonProperty("within-metres") Integer withinMetres,
            @Nullable @JsonProperty("unknown-metres") Boolean unknownMetres) {}

    static RuleBook read(String file, String content) {
        try {
            return book(YAML.readValue(content, Book.class));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw bad(
                    file,
                    (at == null ? "" : "line %d: ".formatted(at.getLineNr()))
                            + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw bad(file, String.valueOf(e.getMessage()));
        }
    }

    private static RefusedException bad(String file, String what) {
        return new RefusedException(
                "points.bad-rules",
                "The file of rules (%s) cannot be used: %s.".formatted(file, what),
                "Mend the file; examples/jingmen/points.yaml shows every key.");
    }

    private static RuleBook book(Book book) {
        var version = given(book.version, "version");
        var codes = new HashSet<String>();
        var rules = given(book.rules, "rules").stream().map(line -> rule(line, codes)).toList();
        return new RuleBook(
                version,
                LocalDate.parse(given(book.from, "from")),
                given(book.words, "words"),
                given(book.posts, "posts").stream().map(Post::valueOf).toList(),
                settling(given(book.settledOn, "settled-on")),
                rules);
    }

    private static int settling(int day) {
        if (day < 1 || day > LATEST_SETTLING) {
            throw new IllegalArgumentException(
                    "settled-on (%d) is no day of 1 to 28".formatted(day));
        }
        return day;
    }

    private static Rule rule(Line line, Set<String> codes) {
        var code = given(line.code, "code of a rule");
        if (!codes.add(code)) {
            throw new IllegalArgumentException("the rule (%s) is there twice".formatted(code));
        }
        return new Rule(
                code,
                When.valueOf(
                        given(line.when, "when of " + code)
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_')),
                given(line.words, "words of " + code),
                hundredths(given(line.points, "points of " + code)),
                new Cap(most(line.mostADay), most(line.mostOfAMinor)),
                new Only(
                        list(line.conditions),
                        list(line.sources),
                        list(line.grounds),
                        Duration.ofMinutes(number(line.withinMinutes)),
                        number(line.aboveMinutes),
                        number(line.withinMetres),
                        line.unknownMetres != null && line.unknownMetres));
    }

    private static int most(@Nullable BigDecimal points) {
        int most = points == null ? 0 : hundredths(points);
        if (most < 0) {
            throw new IllegalArgumentException("a cap (%s) is below 0".formatted(points));
        }
        return most;
    }

    private static int hundredths(BigDecimal points) {
        if (points.abs().intValue() > MOST_POINTS) {
            throw new IllegalArgumentException("points (%s) are too many".formatted(points));
        }
        try {
            return points.movePointRight(2).intValueExact();
        } catch (ArithmeticException _) {
            throw new IllegalArgumentException(
                    "points (%s) are finer than hundredths".formatted(points));
        }
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static List<String> list(@Nullable List<String> values) {
        return Optional.ofNullable(values).orElse(List.of());
    }

    private static <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return value;
    }
}
