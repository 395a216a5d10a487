package city.gewu.privacy.usecase;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.database.TestModule;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.EndedSubjects;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.Asking;
import city.gewu.privacy.PersonalData.NewRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Personal data over a real database, with a clock that tests turn and an audit log that only
/// listens.
final class GivenVault {

    static final Asking ASKING = new Asking("p1", "回访举报人", "10.0.0.7");

    final DataSource database;
    final JdbcClient db;
    final List<AuditEntry> recorded = Collections.synchronizedList(new ArrayList<>());
    final Set<String> ended = new HashSet<>();
    final Path data;
    Instant now = Instant.parse("2026-03-02T10:00:00Z");

    GivenVault(DataSource database, Path data) {
        this.database = database;
        this.data = data;
        db = JdbcClient.create(database);
    }

    /// A server over the data; settings such as `gewu.privacy.cipher=sm4`.
    AnnotationConfigApplicationContext start(String... settings) {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        var given = new HashMap<String, Object>();
        given.put("gewu.data", data.toString());
        for (var setting : settings) {
            int equals = setting.indexOf('=');
            given.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        var context =
                TestModule.start(
                        new DelegatingDataSource(database),
                        clock,
                        city -> {
                            city.getEnvironment()
                                    .getPropertySources()
                                    .addFirst(new MapPropertySource("given", given));
                            city.registerBean(Audit.class, Listening::new);
                            city.registerBean(EndedSubjects.class, Ended::new);
                        },
                        "city.gewu.privacy");
        // Nobody has asked for them yet, but a server has its keys when it has started.
        context.getBean(KeyRing.class).afterSingletonsInstantiated();
        return context;
    }

    static NewRecord reporter(String subject, String name, String phone) {
        return new NewRecord(
                DataKind.REPORTER,
                subject,
                Map.of(PersonalData.NAME, name, PersonalData.PHONE, phone),
                Optional.empty());
    }

    private final class Listening implements Audit {

        @Override
        public void record(AuditEntry entry) {
            recorded.add(entry);
        }

        @Override
        public int sealFinishedDays() {
            return 0;
        }

        @Override
        public Verification verify(Consumer<String> findings) {
            return new Verification(recorded.size(), 0, 0);
        }
    }

    private final class Ended implements EndedSubjects {

        @Override
        public DataKind kind() {
            return DataKind.REPORTER;
        }

        @Override
        public Set<String> listEnded(Collection<String> subjects, Instant before) {
            return subjects.stream().filter(ended::contains).collect(Collectors.toSet());
        }
    }
}
