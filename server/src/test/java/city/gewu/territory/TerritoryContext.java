package city.gewu.territory;

import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.platform.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The territory module alone, on a database of its own, on 1 September 2026.
public final class TerritoryContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext context =
            TestModule.start(
                    TestDatabase.fresh(),
                    Clock.fixed(Instant.parse("2026-09-01T04:00:00Z"), ZoneOffset.UTC),
                    "city.gewu.territory");

    public Territory territory() {
        return context.getBean(Territory.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// City, district, street; duty grids on their own.
    public static City smallCity() {
        return new City(
                "XY",
                new Named("小城", "Smallville"),
                ZoneId.of("Asia/Shanghai"),
                List.of(
                        new Level(1, "city", new Named("市", "City"), ""),
                        new Level(2, "district", new Named("区", "District"), "city"),
                        new Level(3, "street", new Named("街道", "Street"), "district"),
                        new Level(4, "duty_grid", new Named("责任网格", "Duty grid"), "")),
                112.2,
                31.03,
                12,
                true);
    }

    @Override
    public void close() {
        context.close();
    }
}
