package city.gewu.exchange.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Physical lines with their numbers, which can be given back. A line longer than [#LONGEST]
/// characters is cut there, so that a file without line ends needs no memory.
final class LineReader implements Closeable {

    static final int LONGEST = 1 << 20;

    /// @param cut whether there was more of it than is kept
    record Line(long number, String text, boolean cut) {}

    private final Reader reader;
    private final char[] buffer = new char[1 << 15];
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private int at;
    private int filled;
    private long number;
    private boolean started;

    LineReader(Reader reader) {
        this.reader = reader;
    }

    /// The next line, or null after the last.
    @Nullable Line next() throws IOException {
        var back = givenBack.poll();
        return back != null ? back : read();
    }

    /// Puts lines back, to be read again in their order.
    void giveBack(List<Line> lines) {
        lines.reversed().forEach(givenBack::push);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable Line read() throws IOException {
        if (!fill()) {
            return null;
        }
        var text = new StringBuilder();
        boolean cut = false;
        while (fill()) {
            int end = lineEnd();
            int room = Math.max(0, LONGEST - text.length());
            text.append(buffer, at, Math.min(room, end - at));
            cut |= end - at > room;
            boolean ended = end < filled;
            at = end;
            if (ended) {
                skipLineEnd();
                break;
            }
        }
        return new Line(++number, text.toString(), cut);
    }

    private int lineEnd() {
        int end = at;
        while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private void skipLineEnd() throws IOException {
        boolean carriageReturn = buffer[at++] == '\r';
        if (carriageReturn && fill() && buffer[at] == '\n') {
            at++;
        }
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(0, reader.read(buffer));
        if (!started && filled > 0) {
            started = true;
            at = buffer[0] == '\uFEFF' ? 1 : 0;
            return at < filled || fill();
        }
        return filled > 0;
    }
}
