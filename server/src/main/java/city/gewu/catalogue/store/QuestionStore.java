package city.gewu.catalogue.store;

import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.catalogue.Question.Choice;
import city.gewu.platform.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the categories of a scheme ask.
@Repository
class QuestionStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};

    private static final String INSERT_QUESTIONS =
            """
            insert into catalogue.question (
              version, category, code, position, text_zh, text_en, kind, required, choices)
            select :version, category, code, position, text_zh, text_en, kind, required, choices
            from unnest(
              :categories::text[], :codes::text[], :textsZh::text[], :textsEn::text[],
              :kinds::text[], :required::boolean[], :choices::jsonb[])
              with ordinality as given (
                category, code, text_zh, text_en, kind, required, choices, position)
            """;

    private static final String LIST_QUESTIONS =
            """
            select category, code, text_zh, text_en, kind, required, choices
            from catalogue.question
            where version = :version
            order by position
            """;

    private final JdbcClient db;

    QuestionStore(JdbcClient db) {
        this.db = db;
    }

    private record Asked(String category, Question question) {}

    void insert(String version, List<MinorCategory> categories) {
        var all =
                categories.stream()
                        .flatMap(category ->
                                category.questions().stream()
                                        .map(one -> new Asked(category.code(), one)))
                        .toList();
        db.sql(INSERT_QUESTIONS)
                .param("version", version)
                .param("categories", texts(all, Asked::category))
                .param("codes", texts(all, asked -> asked.question().code()))
                .param("textsZh", texts(all, asked -> asked.question().text().zh()))
                .param("textsEn", texts(all, asked -> asked.question().text().en()))
                .param("kinds", texts(all, asked -> asked.question().kind().name()))
                .param(
                        "required",
                        all.stream()
                                .map(asked -> asked.question().required())
                                .toArray(Boolean[]::new))
                .param(
                        "choices",
                        texts(all, asked -> JSON.writeValueAsString(asked.question().choices())))
                .update();
    }

    private static <T> String[] texts(List<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    /// By code of the category.
    Map<String, List<Question>> list(String version) {
        var questions = new HashMap<String, List<Question>>();
        db.sql(LIST_QUESTIONS)
                .param("version", version)
                .query(row -> {
                    questions
                            .computeIfAbsent(row.getString("category"), _ -> new ArrayList<>())
                            .add(toQuestion(row));
                });
        return questions;
    }

    private static Question toQuestion(ResultSet row) throws SQLException {
        return new Question(
                row.getString("code"),
                new Named(row.getString("text_zh"), row.getString("text_en")),
                AnswerKind.valueOf(row.getString("kind")),
                row.getBoolean("required"),
                JSON.readValue(row.getString("choices"), CHOICES));
    }
}
