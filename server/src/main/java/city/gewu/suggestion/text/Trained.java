package city.gewu.suggestion.text;

import city.gewu.suggestion.model.Accuracy;
import city.gewu.suggestion.model.Classifier;
import city.gewu.suggestion.model.NaiveBayes;
import city.gewu.suggestion.model.Ranked;
import city.gewu.suggestion.model.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// What was learnt from cases: both ways of ranking are measured on the cases kept apart, and the
/// better one answers, learnt from all.
///
/// @param measured both, the better one first
public record Trained(int cases, List<Accuracy> measured, Classifier classifier) {

    public static final String BAYES = "naive-bayes";
    public static final String NEAREST = "nearest-cases";

    /// More would only make the measuring slower.
    private static final int MOST_MEASURED = 3_000;

    public Trained {
        measured = List.copyOf(measured);
    }

    public static Trained of(List<Sample> samples) {
        var heldOut = samples.stream().filter(Sample::isHeldOut).limit(MOST_MEASURED).toList();
        var seen = samples.stream().filter(Predicate.not(Sample::isHeldOut)).toList();
        var measured =
                List.of(
                                Accuracy.measure(BAYES, bayes(seen), heldOut, CaseWords::of),
                                Accuracy.measure(
                                        NEAREST, NearestCases.of(seen), heldOut, CaseWords::of))
                        .stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (Accuracy one) -> one.top1() + one.top3())
                                        .reversed())
                        .toList();
        var best = measured.getFirst().method();
        return new Trained(
                samples.size(),
                measured,
                best.equals(BAYES) ? bayes(samples) : NearestCases.of(samples));
    }

    private static NaiveBayes bayes(List<Sample> samples) {
        var bayes = new NaiveBayes();
        samples.forEach(sample -> bayes.learn(sample.category(), CaseWords.of(sample.text())));
        return bayes;
    }

    public List<Ranked> rank(String text, int limit) {
        return classifier.rank(CaseWords.of(text), limit);
    }
}
