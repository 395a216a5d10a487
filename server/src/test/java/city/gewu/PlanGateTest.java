package city.gewu;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.database.TestDatabase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Every statement of every store is shown to PostgreSQL, which knows the columns. A hot statement
/// (its first line is a comment with its name) must also reach the big tables by an index.
class PlanGateTest {

    private static final List<String> BIG_TABLES =
            List.of(
                    "audit.entry",
                    "casework.case_file",
                    "casework.case_event",
                    "casework.case_search",
                    "engagement.report",
                    "privacy.record");
    private static final Pattern SQL =
            Pattern.compile(
                    "(?s)\\s*(--[^\\n]*\\n\\s*)*(select|insert|update|delete|with|merge)\\b.*");
    private static final Pattern HOT = Pattern.compile("(?s)\\s*--\\s*\\w+\\.\\w+.*");

    /// Quoted text, comments and casts are left alone; a name after one colon is a parameter.
    private static final Pattern WORD =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|::|:(\\w+)|\\?|%s", Pattern.MULTILINE);

    private static SingleConnectionDataSource database;

    record Statement(String name, String sql) {
        boolean hot() {
            return HOT.matcher(sql).matches();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void connect() throws SQLException {
        try (var pool = TestDatabase.fresh().unwrap(HikariDataSource.class)) {
            String url = pool.getJdbcUrl();
            database =
                    new SingleConnectionDataSource(
                            url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple",
                            pool.getUsername(),
                            pool.getPassword(),
                            true);
        }
    }

    @AfterAll
    static void disconnect() {
        database.destroy();
    }

    static Stream<Statement> statements() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("city.gewu")
                        .stream()
                        .filter(type -> type.getPackageName().matches(".*\\.store(\\..*)?"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getDeclaredFields()))
                        .filter(PlanGateTest::isConstantText)
                        .map(field -> new Statement(name(field), text(field)))
                        .filter(statement -> SQL.matcher(statement.sql()).matches());
    }

    @ParameterizedTest
    @MethodSource("statements")
    void postgresUnderstandsEveryStatement(Statement statement) throws SQLException {
        var plan = explain(numbered(statement.sql()));
        if (statement.hot()) {
            assertThat(scannedTables(plan))
                    .as("big tables read from end to end by %s:%n%s", statement, plan)
                    .doesNotContainAnyElementsOf(BIG_TABLES);
        }
    }

    @Test
    void aParameterIsFoundButACastOrAQuotedColonIsNot() {
        assertThat(numbered("select :b::text, ':c', :a, :b -- :d\nfrom unnest(:e::text[]) %s"))
                .isEqualTo("select $1::text, ':c', $2, $3 -- :d\nfrom unnest($4::text[]) ");
    }

    @Test
    void aMissingIndexIsSeen() throws SQLException {
        assertThat(scannedTables(explain("select 1 from casework.case_file where reason = $1")))
                .containsExactly("casework.case_file");
    }

    private static boolean isConstantText(Field field) {
        int modifiers = field.getModifiers();
        return Modifier.isStatic(modifiers)
                && Modifier.isFinal(modifiers)
                && field.getType() == String.class;
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    private static String text(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each `:name` as a parameter of its own, as the driver sends it; the place of optional
    /// filters stays empty.
    private static String numbered(String sql) {
        var number = new AtomicInteger();
        return WORD.matcher(sql)
                .replaceAll(found -> {
                    if (found.group().equals("%s")) {
                        return "";
                    }
                    boolean parameter = found.group(1) != null || found.group().equals("?");
                    return Matcher.quoteReplacement(
                            parameter ? "$" + number.incrementAndGet() : found.group());
                });
    }

    private static List<String> explain(String sql) throws SQLException {
        Connection connection = database.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery("explain (generic_plan, verbose)\n" + sql)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }

    private static List<String> scannedTables(List<String> plan) {
        var scan = Pattern.compile("Seq Scan on ([a-z_.]+)");
        return plan.stream()
                .flatMap(line -> scan.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }
}
