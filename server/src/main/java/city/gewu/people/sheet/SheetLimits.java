package city.gewu.people.sheet;

import city.gewu.platform.RefusedException;

/// How much of a file is read.
final class SheetLimits {

    static final int MOST_ROWS = 100_000;
    static final int MOST_COLUMNS = 100;

    /// Bytes of a file after unpacking.
    static final long MOST_BYTES = 64L << 20;

    private SheetLimits() {}

    static void requireRoom(int rows) {
        if (rows > MOST_ROWS) {
            throw tooLarge("rows", MOST_ROWS);
        }
    }

    static RefusedException tooLarge(String what, long most) {
        return new RefusedException(
                "people.too-large",
                "The file has more %s than can be read at once (%d).".formatted(what, most),
                "Split the file into several.");
    }

    static RefusedException notATable(String why) {
        return new RefusedException(
                "people.not-a-table",
                "The file cannot be read as a table (%s).".formatted(why),
                "Save it as CSV (UTF-8) or as XLSX, without a password, and send it again.");
    }
}
