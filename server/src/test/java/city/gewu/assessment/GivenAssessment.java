package city.gewu.assessment;

import city.gewu.assessment.Assessment.Figure;
import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The assessment module on a real database, in the [GivenCity].
public final class GivenAssessment {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient db = JdbcClient.create(database);
    private final AnnotationConfigApplicationContext context;

    /// @param data directory of the city, with indicators of its own
    public static GivenAssessment in(Path data) {
        return new GivenAssessment(Map.of("gewu.data", data.toString()));
    }

    /// @param more modules that are wanted beside the assessment
    public GivenAssessment(String... more) {
        this(Map.of(), more);
    }

    private GivenAssessment(Map<String, Object> settings, String... more) {
        context =
                TestModule.start(
                        database,
                        Clock.systemUTC(),
                        city -> {
                            city.getEnvironment()
                                    .getPropertySources()
                                    .addFirst(new MapPropertySource("given", settings));
                            city.registerBean(GivenCity.class, GivenCity::new);
                        },
                        TestModule.packages(
                                Stream.concat(Stream.of("assessment"), Stream.of(more))
                                        .toArray(String[]::new)));
    }

    public DataSource database() {
        return database;
    }

    public FactTable table() {
        return new FactTable(db);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /// The day in the city.
    public LocalDate today() {
        return LocalDate.now(GivenCity.ZONE);
    }

    public void empty() {
        db.sql("truncate casework.case_file").update();
    }

    public void facts(Facts... facts) {
        for (var fact : facts) {
            fact.insert(db);
        }
    }

    public List<Figure> figures(String period, String kind, Optional<String> indicator) {
        var figures = new ArrayList<Figure>();
        get(Assessment.class).evaluate(period, kind, indicator, figures::add);
        return figures;
    }

    /// `numerator/denominator = value`, or `none` when the subject does not appear.
    public String figure(String period, String kind, String subject, String indicator) {
        return figures(period, kind, Optional.of(indicator)).stream()
                .filter(it -> it.subject().equals(subject))
                .map(it -> "%d/%d = %s".formatted(it.numerator(), it.denominator(), it.value()))
                .findFirst()
                .orElse("none");
    }
}
