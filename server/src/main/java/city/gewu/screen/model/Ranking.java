package city.gewu.screen.model;

import city.gewu.platform.Named;
import city.gewu.screen.model.Screen.Ranked;
import city.gewu.screen.model.Screen.Rate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Who stands where by the share of cases closed on time (排名).
public final class Ranking {

    private static final Comparator<Map.Entry<String, Rate>> BEST_FIRST =
            Comparator.<Map.Entry<String, Rate>>comparingDouble(it -> -it.getValue().share())
                    .thenComparingLong(it -> -it.getValue().due())
                    .thenComparing(Map.Entry::getKey);

    private Ranking() {}

    /// The best first; of equal shares the one with more cases, then by code.
    public static List<Ranked> rank(
            Map<String, Rate> now, Map<String, Rate> before, Function<String, Named> name) {
        var places = places(now);
        var earlier = places(before);
        return places.entrySet().stream()
                .map(it ->
                        new Ranked(
                                it.getKey(),
                                name.apply(it.getKey()),
                                now.getOrDefault(it.getKey(), new Rate(0, 1)),
                                it.getValue(),
                                Optional.ofNullable(earlier.get(it.getKey()))))
                .toList();
    }

    private static Map<String, Integer> places(Map<String, Rate> rates) {
        var sorted = rates.entrySet().stream().sorted(BEST_FIRST).toList();
        var places = new LinkedHashMap<String, Integer>();
        int rank = 0;
        double last = -1;
        for (int i = 0; i < sorted.size(); i++) {
            double share = sorted.get(i).getValue().share();
            if (Double.compare(share, last) != 0) {
                rank = i + 1;
                last = share;
            }
            places.put(sorted.get(i).getKey(), rank);
        }
        return places;
    }
}
