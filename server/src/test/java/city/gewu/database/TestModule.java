package city.gewu.database;

import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The beans of a few modules over one database and one clock, without a server.
public final class TestModule {

    private TestModule() {}

    public static AnnotationConfigApplicationContext start(
            DataSource database, Clock clock, String... packages) {
        return start(database, clock, _ -> {}, packages);
    }

    /// @param more beans that stand in for other modules
    public static AnnotationConfigApplicationContext start(
            DataSource database,
            Clock clock,
            Consumer<AnnotationConfigApplicationContext> more,
            String... packages) {
        var context = new AnnotationConfigApplicationContext();
        context.getBeanFactory()
                .setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        var transactions = new DataSourceTransactionManager(database);
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        more.accept(context);
        context.scan(packages);
        context.refresh();
        return context;
    }
}
