package city.gewu.database;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.modulith.ApplicationModule;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The beans of a few modules over one database and one clock, without a server. Only what a test
/// asks for is made, with what that needs: a part that needs a module which is not there is in
/// nobody's way.
public final class TestModule {

    private static final String ROOT = "city.gewu.";

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
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        var transactions = new DataSourceTransactionManager(database);
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        more.accept(context);
        context.scan(packages);
        context.addBeanFactoryPostProcessor(beans ->
                Stream.of(beans.getBeanDefinitionNames())
                        .map(beans::getBeanDefinition)
                        .forEach(bean -> bean.setLazyInit(true)));
        context.refresh();
        return context;
    }

    /// What stands below the web in these modules.
    public static String[] packages(String... modules) {
        return Stream.of(modules).flatMap(TestModule::packagesOf).toArray(String[]::new);
    }

    /// What stands below the web in a module and in all that it knows, as they declare it: a module
    /// that is added to them is there without another word.
    public static String[] packagesWithAllTheyKnow(String... modules) {
        Set<String> known = new LinkedHashSet<>();
        var asked = new ArrayDeque<>(List.of(modules));
        while (!asked.isEmpty()) {
            var module = asked.pop();
            if (known.add(module)) {
                Stream.of(declared(module).allowedDependencies()).forEach(asked::push);
            }
        }
        return packages(known.toArray(String[]::new));
    }

    private static Stream<String> packagesOf(String module) {
        return Stream.of("store", "usecase").map(part -> ROOT + module + "." + part);
    }

    private static ApplicationModule declared(String module) {
        try {
            return Class.forName(ROOT + module + ".package-info")
                    .getPackage()
                    .getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("There is no module (" + module + ").", e);
        }
    }
}
