package city.gewu.privacy.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.privacy.store.KeyStore;
import city.gewu.privacy.store.KeyStore.CountedKey;
import city.gewu.privacy.store.RotationStore;
import city.gewu.privacy.store.RotationStore.Rotation;
import city.gewu.privacy.store.SealedRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Changes the key (密钥轮换): a new one becomes active at once, then every record is put under it, a
/// batch at a time, while people go on reading and writing. The old key is destroyed when no record
/// uses it. How far it is stands in the database, so a restart goes on.
@Component
public class RotateKeys {

    private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);
    private static final int BATCH = 1000;
    private static final Duration WAIT_FOR_OTHERS = Duration.ofMillis(100);

    private final KeyRing ring;
    private final KeyStore keys;
    private final RotationStore rotations;
    private final RecordLock lock;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration rotateAfter;
    private final ReentrantLock running = new ReentrantLock();

    RotateKeys(
            KeyRing ring,
            KeyStore keys,
            RotationStore rotations,
            RecordLock lock,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gewu.privacy.rotate-after:365d}") Duration rotateAfter) {
        this.ring = ring;
        this.keys = keys;
        this.rotations = rotations;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
        this.rotateAfter = rotateAfter;
    }

    public record Keys(List<CountedKey> keys, Optional<Rotation> rotation) {}

    /// The rotation is read first: when it says that it is done, the keys show it.
    public Keys keys() {
        var rotation = rotations.findLast();
        return new Keys(keys.listCounted(), rotation);
    }

    /// Starts a rotation and lets it run in the background; refused with `privacy.rotation-running`
    /// while another runs.
    public void start() {
        begin();
        Thread.ofPlatform().daemon().name("key-rotation").start(this::finish);
    }

    void begin() {
        transaction.executeWithoutResult(_ -> {
            keys.hold();
            keys.retireActive();
            int key = ring.insertActive(clock.instant());
            if (!rotations.start(key, clock.instant())) {
                throw new RefusedException(
                        "privacy.rotation-running",
                        "The keys are being changed already.",
                        "Wait until it is done, then start the next change.");
            }
        });
        ring.reload();
    }

    /// Whether the active key is older than it may be, or of another cipher than the setting asks.
    boolean isDue() {
        return ring.isOutdated() || ring.activeSince().plus(rotateAfter).isBefore(clock.instant());
    }

    boolean isUnfinished() {
        return rotations.findLast().filter(last -> last.finishedAt().isEmpty()).isPresent();
    }

    /// Goes on until every record is under the new key. Two servers share the work.
    void finish() {
        if (!running.tryLock()) {
            return;
        }
        try {
            ring.reload();
            while (!pass()) {
                LockSupport.parkNanos(WAIT_FOR_OTHERS.toNanos());
            }
            transaction.executeWithoutResult(_ -> {
                keys.destroyUnused(clock.instant());
                rotations.finish(clock.instant());
            });
            ring.reload();
        } finally {
            running.unlock();
        }
    }

    /// Goes once through all that wait; true when nothing is left but what cannot be opened.
    private boolean pass() {
        var pass = new Pass();
        while (Boolean.TRUE.equals(transaction.execute(_ -> pass.batch()))) {
            // The next batch begins where this one ended.
        }
        return rotations.countWaiting() <= pass.altered;
    }

    private final class Pass {

        private long after;
        private long altered;

        /// False when there was nothing more to do.
        boolean batch() {
            var waiting = rotations.lockWaiting(after, BATCH);
            if (waiting.isEmpty()) {
                return false;
            }
            var key = ring.active();
            var sealed = new ArrayList<SealedRecord>(waiting.size());
            for (var record : waiting) {
                open(record).ifPresent(text -> sealed.add(lock.reseal(record, text, key)));
            }
            if (!sealed.isEmpty()) {
                rotations.reseal(sealed, key.id());
            }
            after = waiting.getLast().id();
            return true;
        }

        /// A record that was altered stays under its key, which then is not destroyed.
        private Optional<byte[]> open(SealedRecord record) {
            try {
                var text = lock.open(record);
                altered += text.isEmpty() ? 1 : 0;
                return text;
            } catch (RefusedException e) {
                altered++;
                log.error("Personal data that is not what was kept: {}", e.refusal().detail());
                return Optional.empty();
            }
        }
    }
}
