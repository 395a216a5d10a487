package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseId;
import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.Entry;
import city.gewu.casework.store.StoreFixture;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.platform.Decision;
import city.gewu.platform.Moments;
import java.time.Duration;
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

    private static final Actor ANYBODY = Actor.system("fate");
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
    private long next;

    /// A life, and the moment up to which its copy was told.
    private record Kept(long whole, long broken, Instant moment) {}

    @Test
    void whatIsReplayedIsWhatStood() {
        var random = new Random(20261128);
        var kept = new ArrayList<Kept>();
        for (int i = 0; i < LIVES; i++) {
            kept.add(live(random));
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

    private Kept live(Random random) {
        long seed = random.nextLong();
        int steps = 3 + random.nextInt(30);
        var whole = tell(new CaseId(++next), new Random(seed), steps);
        var broken = tell(new CaseId(++next), new Random(seed), steps);
        int until = 1 + random.nextInt(broken.size());
        stores.transaction()
                .executeWithoutResult(
                        _ -> stores.ledger().copy(List.of(whole, broken.subList(0, until))));
        return new Kept(next - 1, next, at(until - 1));
    }

    private static Instant at(int step) {
        return CaseFiles.START.plus(Duration.ofMinutes(20L * step));
    }

    private List<Entry> tell(CaseId id, Random choices, int steps) {
        var chain = stores.ledger().chain();
        var sample = CaseFiles.in(new Reported());
        var file =
                new CaseFile(id, "R" + id.value(), sample.origin(), sample.facts(), sample.state());
        var entries = new ArrayList<Entry>();
        entries.add(
                chain.open(
                        file,
                        Happening.of("reported").with("category", file.facts().category()),
                        new Told("p", at(0), at(0))));
        for (int i = 0; i < steps; i++) {
            var now = at(entries.size());
            var commands = CaseTransitionsTest.commands(file, ANYBODY);
            var by = By.of(ANYBODY, now, CityFixture.ZONE);
            var command = commands.get(choices.nextInt(commands.size()));
            if (CaseRules.decide(file, command, by)
                    instanceof Decision.Moved(var moved, var happening)) {
                file = moved;
                entries.add(
                        chain.next(
                                entries.getLast().kept(),
                                file,
                                happening,
                                new Told("p", now, now)));
            }
        }
        return entries;
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
