package city.gewu.platform;

/// Keeps spreadsheets from taking a text of ours for a formula: such a cell gets an apostrophe in
/// front, which [#unguarded] takes off again.
public final class FormulaGuard {

    private static final String GUARD = "'";

    /// What must not stand at the beginning of a cell, and the guard itself.
    private static final String GUARDED = "=+-@\t\r'";

    private FormulaGuard() {}

    public static String guarded(String cell) {
        return isGuarded(cell, 0) ? GUARD + cell : cell;
    }

    /// The cell as it was before it was written.
    public static String unguarded(String cell) {
        return cell.startsWith(GUARD) && isGuarded(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean isGuarded(String cell, int at) {
        return cell.length() > at && GUARDED.indexOf(cell.charAt(at)) >= 0;
    }
}
