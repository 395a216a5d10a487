package city.gewu.evidence.usecase;

import city.gewu.evidence.store.PhotoShelf;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// Lets few photos be unfolded at a time, in the order they came: kilobytes may unfold into a
/// hundred megabytes, and many at once would take the memory of everything else.
@Component
class Unfolding {

    private static final int AT_ONCE = 2;

    /// Bytes of the photos that may wait for their turn.
    private static final long MOST_WAITING = 200L << 20;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final AtomicLong waiting = new AtomicLong();

    /// What is done with a photo when its turn comes.
    interface Work<T> {
        T run() throws IOException;
    }

    /// Refused with `evidence.unavailable` when too much waits already.
    ///
    /// @param bytes that the photo holds while it waits
    <T> T inTurn(int bytes, Work<T> work) throws IOException {
        try {
            if (waiting.addAndGet(bytes) > MOST_WAITING) {
                throw new RefusedException(
                        PhotoShelf.UNAVAILABLE,
                        "Too many photos (%d MB) wait to be looked at."
                                .formatted(MOST_WAITING >> 20),
                        "Send it again in a minute.");
            }
            turns.acquireUninterruptibly();
            try {
                return work.run();
            } finally {
                turns.release();
            }
        } finally {
            waiting.addAndGet(-bytes);
        }
    }
}
