package city.gewu.exchange.csv;

import city.gewu.exchange.csv.LineReader.Line;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// The rows of a file, one after the other, in constant memory. A row that cannot be read, a quote
/// that never closes above all, costs that row alone: reading goes on with the next line.
public final class CsvRows implements Closeable {

    /// A quoted field that spans more lines than this was never closed.
    static final int MOST_LINES = 100;

    private static final char QUOTE = '"';

    private final ExportFile file;
    private final char delimiter;
    private final LineReader lines;
    private final CsvReaderBuilder fields;
    private final List<String> header;

    public CsvRows(ExportFile file, char delimiter, LongConsumer bytesRead) {
        this.file = file;
        this.delimiter = delimiter;
        this.lines = new LineReader(file.open(bytesRead));
        this.fields = CsvReader.builder().fieldSeparator(delimiter);
        this.header =
                readRow(0).orElseThrow(() -> headless(file)).fields().stream()
                        .map(String::strip)
                        .toList();
    }

    public List<String> header() {
        return header;
    }

    /// The next row, or empty after the last.
    public Optional<RawRow> next() {
        return readRow(header.size());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /// @param width number of fields a row must have; 0 for any
    private Optional<RawRow> readRow(int width) {
        try {
            var first = lines.next();
            while (first != null && first.text().isBlank()) {
                first = lines.next();
            }
            return first == null ? Optional.empty() : Optional.of(assemble(first, width));
        } catch (IOException e) {
            throw ExportFile.unreadable(file.path(), e);
        }
    }

    private RawRow assemble(Line first, int width) throws IOException {
        if (first.cut()) {
            return broken(
                    first, "The line is longer than %d characters.".formatted(LineReader.LONGEST));
        }
        var following = new ArrayList<Line>();
        var text = new StringBuilder(first.text());
        var quotes = new QuoteState();
        quotes.read(first.text());
        while (quotes.open()
                && following.size() < MOST_LINES
                && text.length() < LineReader.LONGEST) {
            var next = lines.next();
            if (next == null) {
                break;
            }
            following.add(next);
            text.append('\n').append(next.text());
            quotes.read(next.text());
        }
        if (quotes.open()) {
            lines.giveBack(following);
            return broken(first, "A quote is opened and never closed.");
        }
        var row = parse(first, text.toString(), width);
        if (row.broken().isPresent()) {
            lines.giveBack(following);
        }
        return row;
    }

    private RawRow parse(Line first, String text, int width) {
        if (text.indexOf(ExportFile.BROKEN) >= 0) {
            return new RawRow(
                    first.number(),
                    split(first.text()),
                    Optional.of(
                            new Refusal(
                                    "exchange.bad-encoding",
                                    "The row has bytes that are no character in %s."
                                            .formatted(file.charset()),
                                    "Write the row again in the encoding of the file.")));
        }
        try {
            var row = fields.ofSingleCsvRecord(text).getFields();
            if (width > 0 && row.size() != width) {
                return new RawRow(
                        first.number(),
                        split(first.text()),
                        Optional.of(
                                badRow(
                                        "The row has %d fields and the header has %d."
                                                .formatted(row.size(), width))));
            }
            return new RawRow(first.number(), row, Optional.empty());
        } catch (CsvParseException e) {
            return broken(first, "The quotes of the row do not fit together.");
        }
    }

    /// What can be read of a broken line, for the rejects file.
    private List<String> split(String line) {
        var text = line.replace(ExportFile.BROKEN, '\uFFFD');
        try {
            return fields.ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException e) {
            return List.of(text);
        }
    }

    private RawRow broken(Line first, String detail) {
        return new RawRow(first.number(), split(first.text()), Optional.of(badRow(detail)));
    }

    private static Refusal badRow(String detail) {
        return new Refusal(
                "exchange.bad-row",
                detail,
                "Put fields that hold the delimiter, a quote or a line end in quotes.");
    }

    private static RefusedException headless(ExportFile file) {
        return new RefusedException(
                "exchange.not-a-csv",
                "The file (%s) has no row of column names.".formatted(file.path()),
                "Export it again, with its row of column names.");
    }

    /// Whether a row goes on after the end of a line: only inside a field that began with a quote.
    private final class QuoteState {

        private boolean inside;

        boolean open() {
            return inside;
        }

        void read(String line) {
            boolean fieldStarts = !inside;
            for (int at = 0; at < line.length(); at++) {
                char next = line.charAt(at);
                if (inside) {
                    if (next == QUOTE) {
                        boolean doubled = at + 1 < line.length() && line.charAt(at + 1) == QUOTE;
                        inside = doubled;
                        at += doubled ? 1 : 0;
                    }
                } else {
                    inside = fieldStarts && next == QUOTE;
                    fieldStarts = next == delimiter;
                }
            }
        }
    }
}
