package city.gewu.casework.web;

import city.gewu.casework.CityFixture;
import city.gewu.catalogue.Catalogue;
import city.gewu.database.TestModule;
import city.gewu.people.People;
import city.gewu.privacy.OpenVault;
import city.gewu.privacy.PersonalData;
import city.gewu.territory.Territory;
import city.gewu.worktime.Worktime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The casework module over a real database in the town of [CityFixture]. Time stands still until
/// somebody lets it pass.
final class SmallCity {

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    /// @param others packages of other modules that the test needs
    AnnotationConfigApplicationContext open(DataSource database, String... others) {
        InstantSource time = () -> now;
        return TestModule.start(
                database,
                time.withZone(ZoneOffset.UTC),
                context -> {
                    context.registerBean(Territory.class, CityFixture.Town::new);
                    context.registerBean(People.class, CityFixture.Staff::new);
                    context.registerBean(Catalogue.class, CityFixture.Scheme::new);
                    context.registerBean(Worktime.class, CityFixture.Hours::new);
                    context.registerBean(PersonalData.class, OpenVault::new);
                },
                Stream.of(new String[] {"city.gewu.casework"}, TestModule.packages("audit"), others)
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
