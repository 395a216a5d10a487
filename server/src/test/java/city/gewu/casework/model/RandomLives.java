package city.gewu.casework.model;

import city.gewu.casework.CaseId;
import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.Entry;
import city.gewu.casework.store.StoreFixture;
import city.gewu.people.Actor;
import city.gewu.platform.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Cases to which anything happened that the rules allow, in the ledger of a database. Steps are
/// twenty minutes apart.
public final class RandomLives {

    private static final Actor ANYBODY = Actor.system("fate");

    private final StoreFixture stores;
    private long next;

    public RandomLives(StoreFixture stores) {
        this.stores = stores;
    }

    /// A life, and the moment up to which its copy was told.
    public record Kept(long whole, long broken, Instant moment) {}

    /// Keeps a life twice: whole, and broken off somewhere.
    public Kept keepTwice(Random random) {
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
}
