package city.gewu.audit.web;

import city.gewu.audit.usecase.AuditDesk.NamedEntry;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The log as a table (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need for
/// Chinese).
final class AuditCsv {

    private static final List<String> COLUMNS =
            List.of(
                    "seq",
                    "at",
                    "actor",
                    "actor_name",
                    "action",
                    "object",
                    "outcome",
                    "address",
                    "details",
                    "hash");

    private final CsvWriter csv;

    private AuditCsv(CsvWriter csv) {
        this.csv = csv;
    }

    static void write(OutputStream out, Consumer<AuditCsv> entries) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            entries.accept(new AuditCsv(csv));
        }
    }

    void add(NamedEntry named) {
        var entry = named.entry();
        csv.writeRecord(
                Stream.of(
                                Long.toString(entry.seq()),
                                entry.at().toString(),
                                entry.actor(),
                                named.actorName(),
                                entry.action(),
                                entry.object(),
                                entry.outcome(),
                                entry.address(),
                                entry.details(),
                                entry.hash().hex())
                        .map(AuditCsv::harmless)
                        .toList());
    }

    /// A spreadsheet takes a cell that begins so for a formula; a quote before it makes it text.
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
