package city.gewu.demo.book;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table of the demo city, from the class path.
public final class Table {

    private static final String FOLDER = "/examples/jingmen/";

    private Table() {}

    /// Opens a file of the example city.
    ///
    /// @param file path below `examples/jingmen`
    public static InputStream open(String file) throws IOException {
        InputStream bytes = Table.class.getResourceAsStream(FOLDER + file);
        if (bytes == null) {
            throw new FileNotFoundException(
                    "The program has no file (" + FOLDER + file + "); build it again.");
        }
        return bytes;
    }

    public static List<NamedCsvRecord> read(String file) {
        try (var bytes = open(file);
                var csv =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
