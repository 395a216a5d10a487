package city.gewu.people.sheet;

import city.gewu.people.sheet.Sheet.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// Reads the first sheet of an XLSX file: what its cells show, dates as `2024-01-31`.
final class XlsxSheet {

    private static final int MOST_PARTS = 1_000;
    private static final int BUFFER = 1 << 16;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private XlsxSheet() {}

    static Sheet read(byte[] file) {
        requireUnpackable(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                var rows = workbook.getFirstSheet().openStream()) {
            return sheet(rows.iterator());
        } catch (IOException | ExcelReaderException | UncheckedIOException e) {
            throw SheetLimits.notATable("damaged, or not an Excel file");
        }
    }

    /// A few kilobytes can be packed gigabytes: they are counted before anything is kept.
    private static void requireUnpackable(byte[] file) {
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get()) {
            long bytes = 0;
            int parts = 0;
            for (var part : Collections.list(zip.getEntries())) {
                parts++;
                bytes += count(zip, part, SheetLimits.MOST_BYTES - bytes);
                if (bytes > SheetLimits.MOST_BYTES || parts > MOST_PARTS) {
                    throw SheetLimits.tooLarge("unpacked bytes", SheetLimits.MOST_BYTES);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw SheetLimits.notATable("a damaged package");
        }
    }

    /// Bytes of a part, counted a little beyond the most at the utmost.
    private static long count(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (var unpacked = zip.getInputStream(part)) {
            int read = unpacked.read(buffer);
            while (read >= 0 && bytes <= most) {
                bytes += read;
                read = unpacked.read(buffer);
            }
        }
        return bytes;
    }

    private static Sheet sheet(Iterator<Row> rows) {
        List<String> header = List.of();
        var lines = new ArrayList<Line>();
        while (rows.hasNext()) {
            var row = rows.next();
            var cells = cells(row);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (header.isEmpty()) {
                header = cells;
                continue;
            }
            lines.add(line(row.getRowNum(), cells, header.size()));
            SheetLimits.requireRoom(lines.size());
        }
        return new Sheet(header, lines);
    }

    /// Cells that nobody filled in at the end of a row are not in the file.
    private static Line line(int number, List<String> cells, int width) {
        var whole = new ArrayList<>(cells);
        whole.addAll(Collections.nCopies(Math.max(0, width - whole.size()), ""));
        while (whole.size() > width && whole.getLast().isBlank()) {
            whole.removeLast();
        }
        return new Line(number, whole, whole.size() == width);
    }

    private static List<String> cells(Row row) {
        CsvSheet.requireColumns(row.getCellCount());
        var texts = new ArrayList<String>();
        for (int column = 0; column < row.getCellCount(); column++) {
            texts.add(text(row.getCell(column)));
        }
        while (!texts.isEmpty() && texts.getLast().isBlank()) {
            texts.removeLast();
        }
        return texts;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        return isDay(cell)
                ? cell.asDate().toLocalDate().toString()
                : cell.asNumber().stripTrailingZeros().toPlainString();
    }

    private static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
    }
}
