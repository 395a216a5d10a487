package city.gewu.audit.model;

/// What a request was about: its address up to the last part that varies, such as `cases/17`.
public final class ObjectName {

    private ObjectName() {}

    /// @param pattern the address with its variables in braces
    /// @param path the same address as it was asked for
    public static String of(String pattern, String path) {
        var fixed = pattern.split("/", -1);
        var asked = path.split("/", -1);
        int last = 0;
        for (int i = 0; i < Math.min(fixed.length, asked.length); i++) {
            if (fixed[i].contains("{")) {
                last = i;
            }
        }
        var name = new StringBuilder();
        for (int i = 1; i <= last; i++) {
            if (i > 1 || !asked[i].equals("api")) {
                name.append(name.isEmpty() ? "" : "/").append(isKey(fixed, i) ? "***" : asked[i]);
            }
        }
        return name.toString();
    }

    /// Under an open address a `{code}` of a report is what opens it, so the log does not hold it.
    private static boolean isKey(String[] fixed, int part) {
        return fixed[part].equals("{code}")
                && fixed[1].equals("open")
                && fixed[part - 1].equals("reports");
    }
}
