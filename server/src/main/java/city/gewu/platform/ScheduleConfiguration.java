package city.gewu.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// What recurs has threads enough not to wait for one another: a gateway that hangs must not keep
/// deadlines from being told. On virtual threads the framework would give all of it a single one.
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    private static final int AT_ONCE = 8;

    @Bean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(AT_ONCE);
        scheduler.setThreadNamePrefix("recurring-");
        scheduler.setDaemon(true);
        return scheduler;
    }
}
