package city.gewu.patrol.usecase;

import city.gewu.patrol.model.Batch;
import city.gewu.patrol.model.Footprint;
import city.gewu.patrol.store.PositionStore;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gathers the batches of many phones into one `COPY` and one commit. While one group is being
/// written the next one gathers, so a crowd makes groups larger and not commits more.
@Component
class PositionWriter {

    private static final int MOST_ROWS = 50_000;

    private final PositionStore store;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Set<LocalDate> days = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    private sealed interface Item {}

    private record Waiting(Batch batch, CompletableFuture<Boolean> added) implements Item {}

    private record Stop() implements Item {}

    PositionWriter(PositionStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
        this.thread = Thread.ofPlatform().name("position-writer").daemon().start(this::run);
    }

    /// Puts a batch in front of the database; ask [#await] what became of it.
    CompletableFuture<Boolean> begin(Batch batch) {
        var waiting = new Waiting(batch, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.added();
    }

    /// Waits until the batch is durable; false when its id was there already.
    static boolean await(CompletableFuture<Boolean> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// What was given before is written.
    @PreDestroy
    void close() throws InterruptedException {
        queue.add(new Stop());
        thread.join();
    }

    /// Forgets which days have room: one of them was taken away.
    void forgetDays() {
        days.clear();
    }

    private void run() {
        boolean open = true;
        Waiting left = null;
        while (open) {
            var group = new LinkedHashMap<UUID, Waiting>();
            var first = left == null ? take() : left;
            left = null;
            int rows = 0;
            for (Item item = first; item != null; item = rows < MOST_ROWS ? queue.poll() : null) {
                switch (item) {
                    case Stop _ -> open = false;
                    case Waiting waiting -> {
                        if (group.putIfAbsent(waiting.batch().clientId(), waiting) != null) {
                            left = waiting;
                            rows = MOST_ROWS;
                        }
                        rows += waiting.batch().footprints().size();
                    }
                }
            }
            write(List.copyOf(group.values()));
        }
        if (left != null) {
            write(List.of(left));
        }
    }

    private Item take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException _) {
                // Nobody interrupts this thread; it ends through its queue.
            }
        }
    }

    private void write(List<Waiting> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            complete(group);
        } catch (DataAccessException e) {
            // The database took none of them. The one that cannot be written fails by itself.
            days.clear();
            group.forEach(this::writeAlone);
        } catch (RuntimeException | Error e) {
            group.forEach(waiting -> waiting.added().completeExceptionally(e));
        }
    }

    private void writeAlone(Waiting waiting) {
        try {
            complete(List.of(waiting));
        } catch (RuntimeException | Error e) {
            waiting.added().completeExceptionally(e);
        }
    }

    private void complete(List<Waiting> group) {
        var batches = group.stream().map(Waiting::batch).toList();
        makeRoom(batches);
        var added = new HashSet<UUID>();
        transaction.executeWithoutResult(_ -> added.addAll(store.append(batches)));
        for (var waiting : group) {
            waiting.added().complete(added.contains(waiting.batch().clientId()));
        }
    }

    private void makeRoom(List<Batch> batches) {
        batches.stream()
                .flatMap(batch -> batch.footprints().stream())
                .map(Footprint::day)
                .distinct()
                .filter(day -> !days.contains(day))
                .toList()
                .forEach(day -> {
                    store.keepDay(day);
                    days.add(day);
                });
    }
}
