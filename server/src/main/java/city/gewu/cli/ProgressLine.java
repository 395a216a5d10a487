package city.gewu.cli;

import java.util.concurrent.TimeUnit;

/// Progress of long work: one moving line on a terminal, a plain line now and then elsewhere.
final class ProgressLine {

    private static final long EVERY_WATCHED = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long EVERY_PLAIN = TimeUnit.SECONDS.toNanos(5);

    private final boolean watched = Console.isWatched();
    private final long started = System.nanoTime();
    private long shown = started;

    void show(long rows, long bytesRead, long bytesTotal) {
        long now = System.nanoTime();
        if (now - shown < (watched ? EVERY_WATCHED : EVERY_PLAIN)) {
            return;
        }
        shown = now;
        double seconds = (now - started) / 1e9;
        double share = bytesTotal > 0 ? (double) bytesRead / bytesTotal : 0;
        long left = share > 0 ? Math.round(seconds * (1 - share) / share) : 0;
        String text = Words.get("progress", rows, rows / seconds, 100 * share, left);
        System.err.print(watched ? "\r" + text + "   " : text + System.lineSeparator());
        System.err.flush();
    }

    void end() {
        if (watched && shown != started) {
            System.err.println();
        }
    }
}
