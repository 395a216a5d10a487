package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.model.RandomLives.Kept;
import city.gewu.casework.store.StoreFixture;
import city.gewu.database.TestDatabase;
import city.gewu.platform.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The published case of a past moment, read from its events, is the one that stood there then:
/// random lives are kept twice, whole and broken off, and what is left of the one is asked of the
/// other.
class ReplayTest {

    private static final int LIVES = 300;

    private static final String STOOD =
            """
            select case_id, %1$s from casework.pub_case
            """;
    private static final String REPLAYED =
            """
            select case_id, %1$s from casework.pub_case_at(:moment)
            """;
    private static final List<String> COLUMNS =
            List.of(
                    "source",
                    "category",
                    "department",
                    "places",
                    "reported_at",
                    "filed_at",
                    "dispatched_at",
                    "due_at",
                    "first_due_at",
                    "handled_at",
                    "closed_at",
                    "ended_at",
                    "cancelled",
                    "on_spot",
                    "filed",
                    "round",
                    "failed_checks",
                    "extensions",
                    "waived",
                    "suspended",
                    "address",
                    "returns",
                    "supervisor");

    private final StoreFixture stores = new StoreFixture(TestDatabase.fresh());

    @Test
    void whatIsReplayedIsWhatStood() {
        var random = new Random(20261128);
        var lives = new RandomLives(stores);
        var kept = new ArrayList<Kept>();
        for (int i = 0; i < LIVES; i++) {
            kept.add(lives.keepTwice(random));
        }
        var stood = rows(STOOD, Instant.EPOCH);
        var now = rows(REPLAYED, Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(now).isEqualTo(stood);
        assertThat(stood).hasSize(2 * LIVES);
        for (var life : kept) {
            assertThat(rows(REPLAYED, life.moment()).get(life.whole()))
                    .as("%s", life)
                    .isEqualTo(stood.get(life.broken()));
        }
    }

    private Map<Long, Map<String, String>> rows(String sql, Instant moment) {
        var rows = new HashMap<Long, Map<String, String>>();
        stores.db()
                .sql(
                        sql.formatted(
                                String.join(", ", COLUMNS)
                                        .replace(
                                                "places",
                                                "array_to_string(places, ' ') as places")))
                .param("moment", Moments.utc(moment))
                .query((row, _) -> {
                    var values = new HashMap<String, String>();
                    for (var column : COLUMNS) {
                        values.put(column, String.valueOf(row.getString(column)));
                    }
                    rows.put(row.getLong("case_id"), values);
                    return true;
                })
                .list();
        return rows;
    }
}
