package city.gewu.people.sheet;

import city.gewu.platform.RefusedException;

/// Reads a table from a file, whatever it is: XLSX, or CSV in UTF-8 or GB18030.
public final class SheetReader {

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SheetReader() {}

    /// Refused with `people.empty-table`, `people.not-a-table`, `people.bad-encoding` or
    /// `people.too-large`.
    public static Sheet read(byte[] file) {
        if (file.length == 0) {
            throw empty();
        }
        if (startsWith(file, OLE2)) {
            throw SheetLimits.notATable("an old or locked Excel file");
        }
        var sheet = startsWith(file, ZIP) ? XlsxSheet.read(file) : CsvSheet.read(file);
        if (sheet.header().stream().allMatch(String::isBlank)) {
            throw empty();
        }
        return sheet;
    }

    private static boolean startsWith(byte[] file, byte[] head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= file.length || file[i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    static RefusedException empty() {
        return new RefusedException(
                "people.empty-table",
                "The file holds no table.",
                "Send a file with a row of column names and at least one row below it.");
    }
}
