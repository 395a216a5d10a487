package city.gewu.appraisal.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.gewu.appraisal.model.Scoring.Fact;
import city.gewu.engine.indicator.FigureUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The figures that marks are made of, in the one writing that is kept of them.
///
/// @param facts by subject, then by indicator
public record FactSheet(
        String kind, String month, SortedMap<String, SortedMap<String, Fact>> facts) {

    private static final String HEAD = "facts/1";
    private static final int FIELDS = 6;

    /// What an exemption takes out of one figure.
    ///
    /// @param numerator below zero, as is `denominator`, or zero
    public record Exempted(String subject, String indicator, long numerator, long denominator) {}

    public static FactSheet of(
            String kind, String month, Map<String, ? extends Map<String, Fact>> facts) {
        var sorted = new TreeMap<String, SortedMap<String, Fact>>();
        facts.forEach((subject, own) -> sorted.put(subject, new TreeMap<>(own)));
        return new FactSheet(kind, month, sorted);
    }

    /// A head line, then a line for each figure, fields parted by tabs, UTF-8.
    public byte[] canonicalBytes() {
        var text = new StringBuilder();
        line(text, HEAD, kind, month);
        facts.forEach((subject, own) ->
                own.forEach((indicator, fact) ->
                        line(
                                text,
                                "fact",
                                subject,
                                indicator,
                                Long.toString(fact.numerator()),
                                Long.toString(fact.denominator()),
                                fact.value())));
        return text.toString().getBytes(UTF_8);
    }

    private static void line(StringBuilder into, String... fields) {
        into.append(String.join("\t", fields)).append('\n');
    }

    public static FactSheet read(byte[] canonical) {
        var lines = new String(canonical, UTF_8).lines().toList();
        var head = List.of(lines.getFirst().split("\t", -1));
        if (!head.getFirst().equals(HEAD)) {
            throw new IllegalArgumentException("Not a sheet of facts: " + head.getFirst());
        }
        var facts = new HashMap<String, Map<String, Fact>>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = List.of(line.split("\t", -1));
            if (fields.size() != FIELDS) {
                throw new IllegalArgumentException("Not a line of a sheet of facts: " + line);
            }
            facts.computeIfAbsent(fields.get(1), _ -> new HashMap<>())
                    .put(
                            fields.get(2),
                            new Fact(
                                    Long.parseLong(fields.get(3)),
                                    Long.parseLong(fields.get(4)),
                                    fields.get(5)));
        }
        return of(head.get(1), head.get(2), facts);
    }

    /// The same without what was exempted. The value of a figure follows from what is left.
    ///
    /// @param unit of an indicator, by its code
    public FactSheet without(Collection<Exempted> exempted, Function<String, FigureUnit> unit) {
        var left = new TreeMap<String, SortedMap<String, Fact>>();
        facts.forEach((subject, own) -> left.put(subject, new TreeMap<>(own)));
        for (var one : exempted) {
            var own = left.get(one.subject());
            var fact = own == null ? null : own.get(one.indicator());
            if (own != null && fact != null) {
                long numerator = fact.numerator() + one.numerator();
                long denominator = fact.denominator() + one.denominator();
                own.put(
                        one.indicator(),
                        new Fact(
                                numerator,
                                denominator,
                                unit.apply(one.indicator()).value(numerator, denominator)));
            }
        }
        return new FactSheet(kind, month, left);
    }
}
