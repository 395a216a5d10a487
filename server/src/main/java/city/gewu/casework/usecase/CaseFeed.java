package city.gewu.casework.usecase;

import city.gewu.casework.model.CaseFile;
import city.gewu.casework.store.Entry;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells every open desk which cases moved (案件动态), each only of what it may see. It knows what this
/// server wrote; a desk asks again each minute for what another did.
@Component
public class CaseFeed {

    private static final int MOST_DESKS = 2000;
    private static final int MOST_DESKS_OF_ONE = 12;

    /// A desk that is this far behind is told to ask for everything.
    private static final int LONGEST_QUEUE = 1000;

    /// What happens together is told together.
    private static final Duration GATHER = Duration.ofMillis(300);

    private static final long ENDED = -1;

    private final People people;
    private final Set<Desk> desks = new CopyOnWriteArraySet<>();

    CaseFeed(People people) {
        this.people = people;
    }

    /// One open desk. Closing it ends the telling.
    public final class Desk implements AutoCloseable {

        private final Scope scope;
        private final AtomicBoolean behind = new AtomicBoolean();
        private final BlockingQueue<Long> moved = new ArrayBlockingQueue<>(LONGEST_QUEUE);

        private Desk(Scope scope) {
            this.scope = scope;
        }

        /// Waits for cases that moved.
        ///
        /// @return their ids, empty when none moved in the time; or nothing once the desk is closed
        public Optional<List<Long>> await(Duration time) throws InterruptedException {
            var first = moved.poll(time.toMillis(), TimeUnit.MILLISECONDS);
            if (first == null) {
                return Optional.of(List.of());
            }
            if (first != ENDED) {
                Thread.sleep(GATHER);
            }
            var ids = new LinkedHashSet<Long>();
            ids.add(first);
            moved.drainTo(ids);
            return ids.contains(ENDED) ? Optional.empty() : Optional.of(new ArrayList<>(ids));
        }

        /// Whether some were lost because the desk fell behind; told once for all that were.
        public boolean fellBehind() {
            return behind.getAndSet(false);
        }

        private void add(long id) {
            if (!moved.offer(id)) {
                behind.set(true);
            }
        }

        /// Wakes whoever waits.
        @Override
        public void close() {
            desks.remove(this);
            moved.clear();
            add(ENDED);
        }
    }

    /// Nothing when the person, or the city, has enough open.
    public Optional<Desk> open(Actor actor) {
        var scope = Scope.of(actor, people);
        long own = desks.stream().filter(one -> one.scope.person().equals(actor.id())).count();
        if (own >= MOST_DESKS_OF_ONE || desks.size() >= MOST_DESKS) {
            return Optional.empty();
        }
        var desk = new Desk(scope);
        desks.add(desk);
        return Optional.of(desk);
    }

    void tell(Collection<Entry> entries) {
        entries.forEach(this::tell);
    }

    /// Whoever lost the case by this step is told as well.
    void tell(Entry entry) {
        if (desks.isEmpty()) {
            return;
        }
        CaseFile file = entry.kept().file();
        var concerned = new ArrayList<>(file.departments());
        Optional.ofNullable(entry.toEvent().details().get("department")).ifPresent(concerned::add);
        for (var desk : desks) {
            if (desk.scope.covers(file.facts().reporter(), concerned, file.facts().places())) {
                desk.add(entry.id().value());
            }
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        desks.forEach(Desk::close);
    }
}
