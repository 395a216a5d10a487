package city.gewu.suggestion.model;

import java.util.List;
import java.util.function.Function;

/// How often a way of ranking was right on cases it had not seen (准确率).
///
/// @param cases how many it was asked
/// @param top1 share in which the first was right, from 0 to 1
/// @param top3 share in which one of the first three was
public record Accuracy(String method, int cases, double top1, double top3) {

    private static final int ASKED_FOR = 3;

    public static Accuracy measure(
            String method,
            Classifier classifier,
            List<Sample> heldOut,
            Function<String, List<Word>> words) {
        int first = 0;
        int among = 0;
        for (var sample : heldOut) {
            var ranked =
                    classifier.rank(words.apply(sample.text()), ASKED_FOR).stream()
                            .map(Ranked::category)
                            .toList();
            int at = ranked.indexOf(sample.category());
            first += at == 0 ? 1 : 0;
            among += at >= 0 ? 1 : 0;
        }
        int cases = heldOut.size();
        return new Accuracy(method, cases, share(first, cases), share(among, cases));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
