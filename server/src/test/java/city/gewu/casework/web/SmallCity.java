package city.gewu.casework.web;

import city.gewu.casework.CityFixture;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.People;
import city.gewu.privacy.OpenVault;
import city.gewu.privacy.PersonalData;
import city.gewu.territory.Territory;
import city.gewu.worktime.Worktime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The casework module over a real database in the town of [CityFixture]. Time stands still until
/// somebody lets it pass.
final class SmallCity {

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    /// @param others packages of other modules that the test needs
    AnnotationConfigApplicationContext open(DataSource database, String... others) {
        var context = new AnnotationConfigApplicationContext();
        context.getBeanFactory()
                .setConversionService(ApplicationConversionService.getSharedInstance());
        var transactions = new DataSourceTransactionManager(database);
        InstantSource time = () -> now;
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(Clock.class, () -> time.withZone(ZoneOffset.UTC));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Territory.class, CityFixture.Town::new);
        context.registerBean(People.class, CityFixture.Staff::new);
        context.registerBean(Catalogue.class, CityFixture.Scheme::new);
        context.registerBean(Worktime.class, CityFixture.Hours::new);
        context.registerBean(PersonalData.class, OpenVault::new);
        context.scan("city.gewu.casework", "city.gewu.audit.store", "city.gewu.audit.usecase");
        if (others.length > 0) {
            context.scan(others);
        }
        // Photos and components are other modules, which this town has not: what compares them
        // would only start when it is asked.
        context.addBeanFactoryPostProcessor(beans ->
                Stream.of("duplicates", "duplicateController", "cityDutyList", "routingController")
                        .map(beans::getBeanDefinition)
                        .forEach(bean -> bean.setLazyInit(true)));
        context.refresh();
        return context;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
