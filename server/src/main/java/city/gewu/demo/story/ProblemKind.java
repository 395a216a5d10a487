package city.gewu.demo.story;

import city.gewu.demo.book.Table;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What goes wrong in the street, how often, when, and how people put it.
///
/// @param category code of the minor category
/// @param onSpot how likely the finder puts it right at once, against other kinds
/// @param hours name of its daily pattern
/// @param scene what its photos show
/// @param conditions weight of each filing condition
record ProblemKind(
        String category,
        double weight,
        double onSpot,
        Hours hours,
        double summer,
        double winter,
        String scene,
        Map<String, Double> conditions,
        List<String> texts) {

    /// When in the day a problem is found.
    ///
    /// @param weights of the hours from seven in the morning
    record Hours(List<Integer> weights) {

        private static final int FIRST = 7;

        Hours {
            weights = List.copyOf(weights);
        }

        static Hours of(String pattern) {
            return new Hours(
                    switch (pattern) {
                        case "trade" -> List.of(6, 7, 7, 6, 4, 2, 2, 5, 6, 7, 8, 8, 6, 4);
                        case "night" -> List.of(1, 1, 2, 2, 2, 1, 1, 2, 2, 3, 5, 8, 9, 8);
                        case "early" -> List.of(8, 9, 8, 6, 4, 2, 2, 4, 4, 3, 2, 1, 1, 1);
                        case "rain" -> List.of(4, 6, 6, 5, 4, 4, 5, 6, 6, 6, 5, 4, 3, 2);
                        default -> List.of(2, 6, 9, 8, 5, 2, 3, 8, 9, 7, 5, 3, 2, 1);
                    });
        }

        /// A second of the day.
        int second(Random random) {
            int at = random.nextInt(weights.stream().mapToInt(weight -> weight).sum());
            int hour = 0;
            while (at >= weights.get(hour)) {
                at -= weights.get(hour);
                hour++;
            }
            return (FIRST + hour) * 3600 + random.nextInt(3600);
        }
    }

    static List<ProblemKind> list() {
        var kinds = new ArrayList<ProblemKind>();
        Table.read("plan/problems.csv").forEach(row -> kinds.add(of(row)));
        return kinds;
    }

    private static ProblemKind of(NamedCsvRecord row) {
        var conditions = new LinkedHashMap<String, Double>();
        for (var part : List.of(row.getField("conditions").split("\\|", -1))) {
            int colon = part.indexOf(':');
            conditions.put(
                    colon < 0 ? part : part.substring(0, colon),
                    colon < 0 ? 1 : Double.parseDouble(part.substring(colon + 1)));
        }
        return new ProblemKind(
                row.getField("category"),
                Table.number(row, "weight"),
                Table.number(row, "spot"),
                Hours.of(row.getField("hours")),
                Table.number(row, "summer"),
                Table.number(row, "winter"),
                row.getField("scene"),
                conditions,
                List.of(row.getField("texts").split("\\|", -1)));
    }

    /// How often it happens on the day, between its summer and its winter.
    double weightOn(LocalDate day) {
        double warmth = (1 - Math.cos(2 * Math.PI * (day.getDayOfYear() - 20) / 365.25)) / 2;
        return weight * (winter + (summer - winter) * warmth);
    }

    String condition(Random random) {
        return Dice.pick(random, conditions);
    }
}
