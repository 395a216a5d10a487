package city.gewu.suggestion.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Multinomial naive Bayes over words, smoothed.
public final class NaiveBayes implements Classifier {

    private static final double SMOOTHING = 0.1;
    private static final int WORDS_TOLD = 3;

    private final Map<String, Counts> categories = new HashMap<>();
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private long samples;
    private long words;

    private static final class Counts {

        private final Map<String, Integer> words = new HashMap<>();
        private long samples;
        private long total;
    }

    private record Scored(String category, double score) {}

    private record Weighed(Word word, double weight) {}

    public void learn(String category, List<Word> text) {
        var counts = categories.computeIfAbsent(category, _ -> new Counts());
        counts.samples++;
        samples++;
        for (var word : text) {
            counts.words.merge(word.term(), 1, Integer::sum);
            vocabulary.merge(word.term(), 1, Integer::sum);
            counts.total++;
            words++;
        }
    }

    @Override
    public List<Ranked> rank(List<Word> text, int limit) {
        var known = text.stream().filter(word -> vocabulary.containsKey(word.term())).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        var scored =
                categories.entrySet().stream()
                        .map(one -> new Scored(one.getKey(), score(one.getValue(), known)))
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .toList();
        double best = scored.getFirst().score();
        double sum = scored.stream().mapToDouble(one -> Math.exp(one.score() - best)).sum();
        return scored.stream()
                .limit(limit)
                .map(one ->
                        new Ranked(
                                one.category(),
                                Math.exp(one.score() - best) / sum,
                                because(one.category(), known)))
                .toList();
    }

    private double score(Counts counts, List<Word> text) {
        double score = Math.log((double) counts.samples / samples);
        for (var word : text) {
            score += Math.log(share(counts, word));
        }
        return score;
    }

    private double share(Counts counts, Word word) {
        return (counts.words.getOrDefault(word.term(), 0) + SMOOTHING)
                / (counts.total + SMOOTHING * vocabulary.size());
    }

    /// The words that are more frequent here than elsewhere, the most telling first.
    private List<String> because(String category, List<Word> text) {
        var counts = categories.getOrDefault(category, new Counts());
        var weighed = new ArrayList<Weighed>();
        for (var word : text) {
            double everywhere = (double) vocabulary.getOrDefault(word.term(), 1) / words;
            weighed.add(new Weighed(word, share(counts, word) / everywhere));
        }
        var told = new LinkedHashSet<String>();
        weighed.stream()
                .filter(one -> one.weight() > 1)
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .forEach(one -> told.add(one.word().written()));
        return told.stream().limit(WORDS_TOLD).toList();
    }
}
