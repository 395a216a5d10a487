package city.gewu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.TaskScheduler;

/// What recurs does not wait for one another.
class ScheduleTest {

    @Test
    void aTaskThatHangsHoldsUpNoOther() throws Exception {
        var hanging = new CountDownLatch(1);
        var ran = new CountDownLatch(2);
        try (var context = new AnnotationConfigApplicationContext(ScheduleConfiguration.class)) {
            var scheduler = context.getBean(TaskScheduler.class);
            var _ = scheduler.scheduleWithFixedDelay(
                    () -> {
                        try {
                            hanging.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    Duration.ofMillis(1));
            var _ = scheduler.scheduleWithFixedDelay(ran::countDown, Duration.ofMillis(1));
            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
            hanging.countDown();
        }
    }
}
