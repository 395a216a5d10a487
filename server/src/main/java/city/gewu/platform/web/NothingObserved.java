package city.gewu.platform.web;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Nobody reads timings of single filters and requests, and keeping them took a tenth of the time
/// of every request. The health answer does not need them.
@Configuration(proxyBeanMethods = false)
class NothingObserved {

    @Bean
    static ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }
}
