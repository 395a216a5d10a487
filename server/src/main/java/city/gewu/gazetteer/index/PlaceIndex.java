package city.gewu.gazetteer.index;

import city.gewu.gazetteer.model.Likeness;
import city.gewu.gazetteer.model.NamedPlace;
import city.gewu.gazetteer.model.PlaceKind;
import city.gewu.gazetteer.model.TypedPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Names of places in a Lucene index in memory, made once for each state of the data.
public final class PlaceIndex {

    private static final int CANDIDATES = 120;
    private static final int SHORTEST_CODE = 4;
    private static final double LEAST_ALIKE = 0.34;
    private static final double NEAR_M = 3_000;

    private final List<NamedPlace> places;
    private final IndexSearcher searcher;

    /// The point around which somebody looks.
    public record Near(double longitude, double latitude) {}

    private record Ranked(NamedPlace place, double rank) {}

    private PlaceIndex(List<NamedPlace> places, IndexSearcher searcher) {
        this.places = places;
        this.searcher = searcher;
    }

    public static PlaceIndex of(List<NamedPlace> places) {
        var directory = new ByteBuffersDirectory();
        try (var writer =
                new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (int i = 0; i < places.size(); i++) {
                writer.addDocument(document(places.get(i), i));
            }
            writer.commit();
            return new PlaceIndex(
                    List.copyOf(places), new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(NamedPlace place, int number) {
        var document = new Document();
        document.add(new StoredField("number", number));
        place.words().forEach(words -> document.add(new TextField("words", words, Field.Store.NO)));
        boolean component = place.kind() == PlaceKind.COMPONENT;
        document.add(new StringField("component", Boolean.toString(component), Field.Store.NO));
        if (!place.code().isEmpty()) {
            document.add(new StringField("code", place.code(), Field.Store.NO));
            var backwards = new StringBuilder(place.code()).reverse().toString();
            document.add(new StringField("edoc", backwards, Field.Store.NO));
        }
        document.add(new LatLonDocValuesField("at", place.latitude(), place.longitude()));
        return document;
    }

    /// The places somebody may mean, the likeliest first.
    public List<NamedPlace> search(String typed, Optional<Near> near, int limit) {
        var wanted = TypedPlace.of(typed);
        var words = words(wanted.words());
        if (words.isEmpty()) {
            return List.of();
        }
        try {
            var found = new ArrayList<NamedPlace>();
            if (wanted.words().matches("\\d{" + SHORTEST_CODE + ",16}")) {
                found.addAll(places(searcher.search(ofCode(wanted.words()), limit).scoreDocs));
            }
            var named = places(searcher.search(ofPlaces(words), CANDIDATES).scoreDocs);
            var components = components(words, near);
            Stream.concat(named.stream(), components.stream())
                    .map(place -> new Ranked(place, rank(place, wanted, near)))
                    .filter(ranked -> ranked.rank() >= LEAST_ALIKE)
                    .sorted(Comparator.comparingDouble(Ranked::rank).reversed())
                    .map(Ranked::place)
                    .filter(place -> !found.contains(place))
                    .limit(limit)
                    .forEach(found::add);
            return found.subList(0, Math.min(limit, found.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query ofCode(String digits) {
        var backwards = new StringBuilder(digits).reverse().toString();
        return new BooleanQuery.Builder()
                .add(new PrefixQuery(new Term("code", digits)), Occur.SHOULD)
                .add(new PrefixQuery(new Term("edoc", backwards)), Occur.SHOULD)
                .build();
    }

    /// Any of the words will do: likeness decides afterwards.
    private static Query ofPlaces(List<String> words) {
        var any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(ofWord(word), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(new TermQuery(new Term("component", "false")), Occur.FILTER)
                .build();
    }

    /// A Latin word may be misspelt or cut off; a Chinese character stands for itself.
    private static Query ofWord(String word) {
        if (word.length() < SHORTEST_CODE) {
            return new TermQuery(new Term("words", word));
        }
        return new BooleanQuery.Builder()
                .add(new FuzzyQuery(new Term("words", word), 1), Occur.SHOULD)
                .add(new PrefixQuery(new Term("words", word)), Occur.SHOULD)
                .build();
    }

    /// Components are many: all words must be there, and the nearest come first.
    private List<NamedPlace> components(List<String> words, Optional<Near> near)
            throws IOException {
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(ofWord(word), Occur.MUST));
        all.add(new TermQuery(new Term("component", "true")), Occur.FILTER);
        var query = all.build();
        if (near.isEmpty()) {
            return places(searcher.search(query, CANDIDATES).scoreDocs);
        }
        var distance =
                LatLonDocValuesField.newDistanceSort(
                        "at", near.get().latitude(), near.get().longitude());
        return places(searcher.search(query, CANDIDATES, new Sort(distance)).scoreDocs);
    }

    private List<NamedPlace> places(ScoreDoc[] hits) throws IOException {
        var found = new ArrayList<NamedPlace>();
        var stored = searcher.storedFields();
        for (var hit : hits) {
            var number = stored.document(hit.doc).getField("number").numericValue();
            found.add(places.get(number.intValue()));
        }
        return found;
    }

    /// How alike the names are, a little more for what is near, a little less for components, of
    /// which there are so many.
    private static double rank(NamedPlace place, TypedPlace wanted, Optional<Near> near) {
        var typed = Likeness.of(wanted.words());
        double alike =
                place.words().stream()
                        .map(Likeness::of)
                        .mapToDouble(name -> name.to(typed) + 0.3 * typed.holds(name))
                        .max()
                        .orElse(0);
        if (wanted.crossing() && place.kind() == PlaceKind.CROSSING) {
            alike += 0.2;
        }
        double kind = place.kind() == PlaceKind.COMPONENT ? 0.05 : 0;
        return alike - kind + near.map(at -> bonus(place, at)).orElse(0.0);
    }

    private static double bonus(NamedPlace place, Near near) {
        double metres = place.metres(near.longitude(), near.latitude());
        return 0.2 * Math.max(0, 1 - metres / NEAR_M);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        try (var analyzer = new StandardAnalyzer();
                var stream = analyzer.tokenStream("words", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stream().distinct().toList();
    }
}
