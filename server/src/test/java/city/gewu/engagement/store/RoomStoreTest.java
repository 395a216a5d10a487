package city.gewu.engagement.store;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.database.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoomStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final RoomStore room = new RoomStore(JdbcClient.create(TestDatabase.fresh()));

    @Test
    void aNetworkSendsNoMoreInADayThanItMayAndTakesNoRoomOfOthers() {
        assertThat(room.count("one", DAY, 600, 1_000)).isTrue();
        assertThat(room.count("one", DAY, 600, 1_000)).isFalse();
        assertThat(room.count("one", DAY, 400, 1_000)).isTrue();
        assertThat(room.count("other", DAY, 600, 1_000)).isTrue();
        assertThat(room.count("one", DAY.plusDays(1), 600, 1_000)).isTrue();
        assertThat(room.count("large", DAY, 1_001, 1_000)).isFalse();
        assertThat(room.forget(DAY.plusDays(1))).isEqualTo(2);
    }
}
