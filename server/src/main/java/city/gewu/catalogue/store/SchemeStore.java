package city.gewu.catalogue.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Schemes by version. A scheme is read whole: a few hundred categories.
@Repository
public class SchemeStore {

    private static final String FIND_HASH =
            """
            select hash
            from catalogue.scheme
            where version = :version
            """;

    private static final String INSERT =
            """
            insert into catalogue.scheme (version, hash, file, imported_at)
            values (:version, :hash, :file, :at)
            """;

    private static final String INSERT_CATEGORIES =
            """
            insert into catalogue.minor_category (
              version, code, position, kind, major_code, major_zh, major_en,
              name_zh, name_en, confidence)
            select :version, code, position, kind, major_code, major_zh, major_en,
              name_zh, name_en, confidence
            from unnest(
              :codes::text[], :kinds::text[], :majorCodes::text[], :majorsZh::text[],
              :majorsEn::text[], :namesZh::text[], :namesEn::text[], :confidences::text[])
              with ordinality as given (
                code, kind, major_code, major_zh, major_en, name_zh, name_en, confidence, position)
            """;

    private static final String INSERT_CONDITIONS =
            """
            insert into catalogue.filing_condition (
              version, category, code, position, filing_zh, filing_en, closing_zh, closing_en,
              limit_amount, limit_unit, then_condition)
            select :version, category, code, position, filing_zh, filing_en, closing_zh, closing_en,
              limit_amount, limit_unit, then_condition
            from unnest(
              :categories::text[], :codes::text[], :filingZh::text[], :filingEn::text[],
              :closingZh::text[], :closingEn::text[], :amounts::int[], :units::text[],
              :thens::text[])
              with ordinality as given (
                category, code, filing_zh, filing_en, closing_zh, closing_en,
                limit_amount, limit_unit, then_condition, position)
            """;

    private static final String LIST_CATEGORIES =
            """
            select code, kind, major_code, major_zh, major_en, name_zh, name_en, confidence
            from catalogue.minor_category
            where version = :version
            order by position
            """;

    private static final String LIST_CONDITIONS =
            """
            select category, code, filing_zh, filing_en, closing_zh, closing_en,
              limit_amount, limit_unit, then_condition
            from catalogue.filing_condition
            where version = :version
            order by position
            """;

    private final JdbcClient db;
    private final QuestionStore questions;

    SchemeStore(JdbcClient db, QuestionStore questions) {
        this.db = db;
        this.questions = questions;
    }

    public Optional<String> findHash(String version) {
        return db.sql(FIND_HASH).param("version", version).query(String.class).optional();
    }

    /// @param hash SHA-256 of the file's bytes, hexadecimal
    public record Scheme(
            String version, String hash, String file, List<MinorCategory> categories) {}

    public void insert(Scheme scheme, Instant at) {
        db.sql(INSERT)
                .param("version", scheme.version())
                .param("hash", scheme.hash())
                .param("file", scheme.file())
                .param("at", utc(at))
                .update();
        insertCategories(scheme);
        insertConditions(scheme);
        questions.insert(scheme.version(), scheme.categories());
    }

    private void insertCategories(Scheme scheme) {
        var all = scheme.categories();
        db.sql(INSERT_CATEGORIES)
                .param("version", scheme.version())
                .param("codes", texts(all, MinorCategory::code))
                .param("kinds", texts(all, category -> category.kind().name()))
                .param("majorCodes", texts(all, MinorCategory::majorCode))
                .param("majorsZh", texts(all, category -> category.major().zh()))
                .param("majorsEn", texts(all, category -> category.major().en()))
                .param("namesZh", texts(all, category -> category.name().zh()))
                .param("namesEn", texts(all, category -> category.name().en()))
                .param("confidences", texts(all, MinorCategory::confidence))
                .update();
    }

    private record Owned(String category, FilingCondition condition) {}

    private void insertConditions(Scheme scheme) {
        var all =
                scheme.categories().stream()
                        .flatMap(category ->
                                category.conditions().stream()
                                        .map(one -> new Owned(category.code(), one)))
                        .toList();
        int[] amounts =
                all.stream()
                        .flatMapToInt(owned -> IntStream.of(owned.condition().limit().amount()))
                        .toArray();
        db.sql(INSERT_CONDITIONS)
                .param("version", scheme.version())
                .param("categories", texts(all, Owned::category))
                .param("codes", texts(all, owned -> owned.condition().code()))
                .param("filingZh", texts(all, owned -> owned.condition().filing().zh()))
                .param("filingEn", texts(all, owned -> owned.condition().filing().en()))
                .param("closingZh", texts(all, owned -> owned.condition().closing().zh()))
                .param("closingEn", texts(all, owned -> owned.condition().closing().en()))
                .param("amounts", amounts)
                .param("units", texts(all, owned -> owned.condition().limit().unit().name()))
                .param("thens", texts(all, owned -> owned.condition().then().orElse("")))
                .update();
    }

    private static <T> String[] texts(List<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    public List<MinorCategory> listCategories(String version) {
        var conditions = new HashMap<String, List<FilingCondition>>();
        db.sql(LIST_CONDITIONS)
                .param("version", version)
                .query(row -> {
                    conditions
                            .computeIfAbsent(row.getString("category"), _ -> new ArrayList<>())
                            .add(toCondition(row));
                });
        var asked = questions.list(version);
        return db
                .sql(LIST_CATEGORIES)
                .param("version", version)
                .query((row, _) -> toCategory(row, conditions))
                .list()
                .stream()
                .map(category -> category.asking(asked.getOrDefault(category.code(), List.of())))
                .toList();
    }

    private static FilingCondition toCondition(ResultSet row) throws SQLException {
        return new FilingCondition(
                row.getString("code"),
                new Named(row.getString("filing_zh"), row.getString("filing_en")),
                new Named(row.getString("closing_zh"), row.getString("closing_en")),
                new TimeLimit(
                        row.getInt("limit_amount"), LimitUnit.valueOf(row.getString("limit_unit"))),
                Optional.of(row.getString("then_condition")).filter(then -> !then.isEmpty()));
    }

    private static MinorCategory toCategory(
            ResultSet row, Map<String, List<FilingCondition>> conditions) throws SQLException {
        String code = row.getString("code");
        return new MinorCategory(
                code,
                CategoryKind.valueOf(row.getString("kind")),
                row.getString("major_code"),
                new Named(row.getString("major_zh"), row.getString("major_en")),
                new Named(row.getString("name_zh"), row.getString("name_en")),
                row.getString("confidence"),
                conditions.getOrDefault(code, List.of()));
    }
}
