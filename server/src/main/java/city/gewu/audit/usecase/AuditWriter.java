package city.gewu.audit.usecase;

import city.gewu.audit.AuditEntry;
import city.gewu.audit.store.AuditLog;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gathers the entries that come at the same moment into one transaction, so that they share one
/// wait for the disk. It takes whatever waits and never waits for more.
@Component
class AuditWriter implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AuditWriter.class);
    private static final int MOST = 512;

    private final AuditLog entries;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofPlatform().name("audit-log").unstarted(this::run);

    private sealed interface Item {}

    private record Waiting(AuditEntry entry, CompletableFuture<Boolean> durable) implements Item {}

    private record End() implements Item {}

    AuditWriter(AuditLog entries, TransactionTemplate transaction, Clock clock) {
        this.entries = entries;
        this.transaction = transaction;
        this.clock = clock;
        writer.setDaemon(true);
        writer.start();
    }

    /// Writes the entry and waits until it is durable.
    void write(AuditEntry entry) {
        var waiting = new Waiting(entry, new CompletableFuture<>());
        queue.add(waiting);
        if (!writer.isAlive() && queue.remove(waiting)) {
            throw unavailable();
        }
        try {
            waiting.durable().join();
        } catch (CompletionException e) {
            throw unavailable();
        }
    }

    /// Writes what waits, then ends.
    @Override
    public void destroy() throws InterruptedException {
        queue.add(new End());
        writer.join();
    }

    private void run() {
        boolean closing = false;
        while (!closing) {
            var arrived = new ArrayList<Item>();
            arrived.add(take());
            queue.drainTo(arrived, MOST - 1);
            var batch = new ArrayList<Waiting>();
            for (var item : arrived) {
                switch (item) {
                    case End _ -> closing = true;
                    case Waiting waiting -> batch.add(waiting);
                }
            }
            if (!batch.isEmpty()) {
                write(batch);
            }
        }
        for (var item : queue) {
            if (item instanceof Waiting waiting) {
                waiting.durable().completeExceptionally(unavailable());
            }
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

    private void write(List<Waiting> batch) {
        try {
            transaction.executeWithoutResult(_ -> {
                entries.holdChain();
                entries.append(batch.stream().map(Waiting::entry).toList(), clock.instant());
            });
            batch.forEach(waiting -> waiting.durable().complete(true));
        } catch (RuntimeException | Error e) {
            log.error("The audit log cannot be written", e);
            batch.forEach(waiting -> waiting.durable().completeExceptionally(e));
        }
    }

    private static RefusedException unavailable() {
        return new RefusedException(
                "audit.unavailable",
                "What was asked cannot be recorded in the audit log now.",
                "Look whether it was done before asking again; tell an administrator if it stays.");
    }
}
