package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.store.CaseChain;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.Entry;
import city.gewu.casework.store.Kept;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The ledger as people write into it, one entry at a time. It remembers the cases that were moved
/// lately, so that the next command on one needs no reading: a version of a case never changes, so
/// what is remembered can be old but not wrong, and a move decided on an old one is refused.
@Component
class LiveLedger {

    private static final int MOST = 4096;

    /// Ids are fetched by the handful; a restart loses the rest of them.
    private static final int IDS = 16;

    private final CaseLedger ledger;
    private final GroupWriter writer;
    private final ApplicationEventPublisher events;
    private final CaseFeed feed;
    private final Queue<Long> ids = new ArrayDeque<>();
    private final Map<CaseId, Kept> cases =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<CaseId, Kept> eldest) {
                    return size() > MOST;
                }
            };

    LiveLedger(
            CaseLedger ledger,
            GroupWriter writer,
            ApplicationEventPublisher events,
            CaseFeed feed) {
        this.ledger = ledger;
        this.writer = writer;
        this.events = events;
        this.feed = feed;
    }

    CaseChain chain() {
        return ledger.chain();
    }

    /// The case in this version or a later one; an earlier one only when that is where it stands.
    Optional<Kept> find(CaseId id, int version) {
        synchronized (cases) {
            var kept = cases.get(id);
            if (kept != null && kept.version() >= version) {
                return Optional.of(kept);
            }
        }
        return ledger.find(id);
    }

    /// The case as it stands in the database now, whoever moved it.
    Optional<Kept> findNow(CaseId id) {
        return ledger.find(id);
    }

    /// The case that came from there.
    Optional<CaseId> findOrigin(Origin origin) {
        return ledger.findOrigin(origin);
    }

    /// Appends the entry and tells the other modules; false when somebody was quicker.
    boolean write(Entry entry) {
        return end(entry, begin(entry));
    }

    /// The same with a new case that comes of it: neither is there without the other.
    ///
    /// @param opened all that happens to the new case, or nothing
    boolean write(Entry entry, List<Entry> opened) {
        if (opened.isEmpty()) {
            return write(entry);
        }
        if (!writer.writeWith(entry, opened)) {
            return false;
        }
        tell(entry);
        opened.forEach(this::tell);
        return true;
    }

    /// Puts the entry in front of the ledger, so that several can be written together. Each that
    /// was begun must be ended, or nobody is told of it.
    CompletableFuture<Boolean> begin(Entry entry) {
        return writer.begin(entry);
    }

    /// Waits for an entry that was begun, as [#write] does.
    boolean end(Entry entry, CompletableFuture<Boolean> begun) {
        if (!GroupWriter.await(begun)) {
            return false;
        }
        tell(entry);
        return true;
    }

    private void tell(Entry entry) {
        var kept = entry.kept();
        synchronized (cases) {
            cases.merge(entry.id(), kept, (a, b) -> a.version() > b.version() ? a : b);
        }
        events.publishEvent(entry.toEvent());
        feed.tell(entry);
    }

    CaseId nextId() {
        synchronized (ids) {
            if (ids.isEmpty()) {
                ids.addAll(ledger.nextIds(IDS));
            }
            return new CaseId(ids.remove());
        }
    }
}
