package city.gewu.demo.usecase;

import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.Question;
import city.gewu.catalogue.Question.Choice;
import city.gewu.demo.book.Table;
import city.gewu.platform.Named;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What some categories of the demo city ask of whoever reports them.
final class DemoQuestions {

    private DemoQuestions() {}

    /// By code of the category, in the order of the file.
    static Map<String, List<Question>> read() {
        return Table.read("questions.csv").stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.getField("category"),
                                LinkedHashMap::new,
                                Collectors.mapping(DemoQuestions::question, Collectors.toList())));
    }

    private static Question question(NamedCsvRecord row) {
        return new Question(
                row.getField("code"),
                new Named(row.getField("zh"), row.getField("en")),
                AnswerKind.valueOf(row.getField("kind")),
                Boolean.parseBoolean(row.getField("required")),
                Stream.of(row.getField("choices").split(";"))
                        .filter(choice -> !choice.isEmpty())
                        .map(choice -> choice.split("="))
                        .map(part -> new Choice(part[0], new Named(part[1], part[2])))
                        .toList());
    }
}
