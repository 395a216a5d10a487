package city.gewu.exchange.csv;

import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The rows that were not kept, as they were, each with its line and the reason beside it. UTF-8
/// with a byte order mark, so that a spreadsheet shows it right; corrected, it can be imported
/// itself. It appears whole under its name when the import is through, or not at all.
public final class RejectsFile implements Closeable {

    private static final List<String> ADDED =
            List.of("rejected_line", "rejected_code", "rejected_reason");

    private final Path path;
    private final Path part;
    private final int width;
    private final List<Integer> kept;
    private final FileChannel channel;
    private final CsvWriter csv;
    private boolean finished;

    public RejectsFile(Path path, List<String> header) {
        this.path = path.toAbsolutePath();
        this.part = this.path.resolveSibling(this.path.getFileName() + ".part");
        this.width = header.size();
        // The columns of an earlier run go, when a corrected rejects file comes in again.
        this.kept =
                IntStream.range(0, header.size())
                        .filter(column -> !ADDED.contains(header.get(column)))
                        .boxed()
                        .toList();
        try {
            Files.createDirectories(parent());
            this.channel =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
            var text =
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    Channels.newOutputStream(channel), StandardCharsets.UTF_8));
            text.write('\uFEFF');
            this.csv = CsvWriter.builder().build((Writer) text);
            writeRow(header, ADDED);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    public void write(RawRow row, Refusal why) {
        writeRow(
                row.fields(),
                List.of(Long.toString(row.line()), why.code(), why.detail() + " " + why.advice()));
    }

    /// Puts the file in place, safe on the disk.
    public void finish() {
        try {
            csv.flush();
            channel.force(true);
            csv.close();
            Files.move(
                    part,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            finished = true;
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            channel.close();
            Files.deleteIfExists(part);
        }
    }

    private void writeRow(List<String> fields, List<String> added) {
        var row = new ArrayList<String>();
        for (int column : kept) {
            row.add(column < fields.size() ? fields.get(column) : "");
        }
        row.addAll(added);
        row.addAll(fields.subList(Math.min(width, fields.size()), fields.size()));
        try {
            csv.writeRecord(row);
        } catch (UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    private Path parent() {
        var parent = path.getParent();
        return parent == null ? path : parent;
    }

    private RefusedException unwritable(Exception e) {
        return new RefusedException(
                "exchange.rejects-not-writable",
                "The rejects file (%s) cannot be written: %s.".formatted(path, e),
                "Free some space, or name another file with --rejects. What was imported stays; run"
                        + " the same import again.");
    }
}
