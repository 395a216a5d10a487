package city.gewu.database;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/// The data directory, and a PostgreSQL of our own in it unless `spring.datasource.url` names one.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DataDirectory dataDirectory(@Value("${gewu.data}") Path root) {
        return DataDirectory.open(root);
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoUrlGiven.class)
    static class Embedded {

        @Bean
        LocalPostgres localPostgres(DataDirectory data) throws IOException, InterruptedException {
            return LocalPostgres.start(data.root());
        }

        @Bean
        JdbcConnectionDetails localPostgresDetails(LocalPostgres postgres) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return postgres.user();
                }

                @Override
                public String getPassword() {
                    return postgres.password();
                }

                @Override
                public String getJdbcUrl() {
                    return postgres.jdbcUrl();
                }
            };
        }
    }

    static final class NoUrlGiven extends NoneNestedConditions {

        NoUrlGiven() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class UrlGiven {}
    }
}
