package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gathers the entries of many people into one transaction, so that they share one wait for the
/// disk. It takes whatever waits and never waits for more: somebody alone is written at once, and a
/// crowd forms batches while the one before is being written.
@Component
class GroupWriter implements DisposableBean {

    private static final int MOST = 512;

    private final CaseLedger ledger;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofPlatform().name("case-ledger").unstarted(this::run);

    private sealed interface Item {}

    private record Waiting(Entry entry, CompletableFuture<Boolean> taken) implements Item {}

    private record End() implements Item {}

    GroupWriter(CaseLedger ledger, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
        writer.setDaemon(true);
        writer.start();
    }

    /// Appends the entry and waits until it is durable; false when somebody was quicker.
    boolean write(Entry entry) {
        return await(begin(entry));
    }

    /// Puts the entry in front of the ledger without waiting; ask [#await] what became of it.
    CompletableFuture<Boolean> begin(Entry entry) {
        var waiting = new Waiting(entry, new CompletableFuture<>());
        queue.add(waiting);
        if (!writer.isAlive() && queue.remove(waiting)) {
            waiting.taken().completeExceptionally(closed());
        }
        return waiting.taken();
    }

    static boolean await(CompletableFuture<Boolean> taken) {
        try {
            return taken.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// Appends the entry and a whole new case with it, in a transaction of their own; false when
    /// somebody was quicker, and then there is no new case either.
    boolean writeWith(Entry entry, List<Entry> opened) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    boolean taken = !ledger.append(List.of(entry)).isEmpty();
                    if (taken) {
                        ledger.copy(List.of(opened));
                    }
                    return taken;
                }));
    }

    /// Writes what waits, then ends.
    @Override
    public void destroy() throws InterruptedException {
        queue.add(new End());
        writer.join();
    }

    private void run() {
        var later = new ArrayDeque<Waiting>();
        boolean closing = false;
        while (!closing || !later.isEmpty()) {
            var batch = new LinkedHashMap<CaseId, Waiting>();
            closing |= gather(batch, later);
            if (!batch.isEmpty()) {
                write(batch);
            }
        }
        for (var item : queue) {
            if (item instanceof Waiting waiting) {
                waiting.taken().completeExceptionally(closed());
            }
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("The ledger is closed; nothing was written.");
    }

    /// Fills the batch with the first entry of each case; a second one waits for the next round.
    private boolean gather(Map<CaseId, Waiting> batch, Deque<Waiting> later) {
        boolean closing = false;
        var arrived = new ArrayDeque<Item>(later);
        later.clear();
        if (arrived.isEmpty()) {
            arrived.add(take());
        }
        queue.drainTo(arrived, Math.max(0, MOST - arrived.size()));
        for (var item : arrived) {
            switch (item) {
                case End _ -> closing = true;
                case Waiting waiting -> {
                    if (batch.putIfAbsent(waiting.entry().id(), waiting) != null) {
                        later.add(waiting);
                    }
                }
            }
        }
        return closing;
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

    private void write(Map<CaseId, Waiting> batch) {
        try {
            complete(batch.values().stream().toList());
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            // The database took none of them. The one that cannot be written fails by itself.
            batch.values().forEach(this::writeAlone);
        } catch (RuntimeException | Error e) {
            // Not one of them may end the thread that writes for everybody.
            batch.values().forEach(waiting -> waiting.taken().completeExceptionally(e));
        }
    }

    private void writeAlone(Waiting waiting) {
        try {
            complete(List.of(waiting));
        } catch (RuntimeException | Error e) {
            waiting.taken().completeExceptionally(e);
        }
    }

    private void complete(List<Waiting> batch) {
        var entries = batch.stream().map(Waiting::entry).toList();
        var taken = new HashSet<CaseId>();
        long opening = entries.stream().filter(entry -> entry.version() == 1).count();
        if (opening == 0 || opening == entries.size()) {
            // One statement is a transaction of its own, which spares a round trip.
            taken.addAll(ledger.append(entries));
        } else {
            transaction.executeWithoutResult(_ -> taken.addAll(ledger.append(entries)));
        }
        for (var waiting : batch) {
            waiting.taken().complete(taken.contains(waiting.entry().id()));
        }
    }
}
