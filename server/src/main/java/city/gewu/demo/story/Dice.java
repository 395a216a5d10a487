package city.gewu.demo.story;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// Choices that come out the same for the same seed.
final class Dice {

    private Dice() {}

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static <T> T pick(Random random, Map<T, Double> weights) {
        double at = random.nextDouble() * weights.values().stream().mapToDouble(w -> w).sum();
        T last = weights.keySet().iterator().next();
        for (var entry : weights.entrySet()) {
            last = entry.getKey();
            at -= entry.getValue();
            if (at < 0) {
                break;
            }
        }
        return last;
    }

    static boolean chance(Random random, double probability) {
        return random.nextDouble() < probability;
    }

    static double between(Random random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
