package city.gewu.suggestion.text;

import city.gewu.suggestion.model.Classifier;
import city.gewu.suggestion.model.Ranked;
import city.gewu.suggestion.model.Sample;
import city.gewu.suggestion.model.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// The category of the cases with the likest words (BM25), each with the weight of its score.
public final class NearestCases implements Classifier {

    private static final int NEIGHBOURS = 15;
    private static final int WORDS_TOLD = 3;
    private static final int MOST_WORDS = 60;

    private final IndexSearcher searcher;

    private NearestCases(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    public static NearestCases of(List<Sample> samples) {
        var directory = new ByteBuffersDirectory();
        try (var writer =
                new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (var sample : samples) {
                var document = new Document();
                var terms = CaseWords.of(sample.text()).stream().map(Word::term).toList();
                document.add(new TextField("words", String.join(" ", terms), Field.Store.YES));
                document.add(new StringField("category", sample.category(), Field.Store.YES));
                writer.addDocument(document);
            }
            writer.commit();
            return new NearestCases(new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Ranked> rank(List<Word> text, int limit) {
        var any = new BooleanQuery.Builder();
        text.stream()
                .map(Word::term)
                .distinct()
                .limit(MOST_WORDS)
                .forEach(term -> any.add(new TermQuery(new Term("words", term)), Occur.SHOULD));
        var scores = new HashMap<String, Double>();
        var words = new HashMap<String, Set<String>>();
        try {
            var stored = searcher.storedFields();
            for (var hit : searcher.search(any.build(), NEIGHBOURS).scoreDocs) {
                var document = stored.document(hit.doc);
                var category = document.get("category");
                scores.merge(category, (double) hit.score, Double::sum);
                words.computeIfAbsent(category, _ -> new HashSet<>())
                        .addAll(List.of(document.get("words").split(" ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double sum = scores.values().stream().mapToDouble(score -> score).sum();
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .map(one ->
                        new Ranked(
                                one.getKey(),
                                one.getValue() / sum,
                                shared(text, words.getOrDefault(one.getKey(), Set.of()))))
                .toList();
    }

    private static List<String> shared(List<Word> text, Set<String> terms) {
        var told = new LinkedHashSet<String>();
        text.stream()
                .filter(word -> terms.contains(word.term()))
                .sorted(Comparator.comparingInt((Word word) -> word.written().length()).reversed())
                .forEach(word -> told.add(word.written()));
        return told.stream().limit(WORDS_TOLD).toList();
    }
}
