package city.gewu.suggestion.text;

import city.gewu.suggestion.model.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Cuts a text into words: Chinese by the dictionary, other text as English. Numbers say nothing of
/// a category and are left out.
public final class CaseWords {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMBER = Pattern.compile("[\\d.,:/\\-]+");
    private static final Analyzer CHINESE = new SmartChineseAnalyzer();
    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    private CaseWords() {}

    public static List<Word> of(String text) {
        var analyzer = HAN.matcher(text).find() ? CHINESE : ENGLISH;
        var words = new ArrayList<Word>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var at = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                var word = term.toString();
                if (!NUMBER.matcher(word).matches()) {
                    words.add(new Word(word, text.substring(at.startOffset(), at.endOffset())));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
