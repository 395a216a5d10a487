package city.gewu.territory.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Continues the numbering of the codes (编码) that units of one parent have: the highest number so
/// far, retired codes counted, and the next, as many digits wide.
public final class NextCode {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

    /// Four digits at most: longer ones have the codes of the units above in front.
    private static final Pattern TAIL = Pattern.compile("(.*?)\\d{1,4}");

    private NextCode() {}

    /// @param like code whose text before the number, and width, the new ones take
    /// @param parent code of the parent; where codes begin with it, the rest is the number
    /// @param given every code of the level that was ever given
    public static List<String> list(
            String like, String parent, Collection<String> given, int count) {
        boolean underParent =
                like.startsWith(parent) && like.substring(parent.length()).matches("\\d{1,9}");
        var numbered = TAIL.matcher(like);
        boolean hasNumber = numbered.matches();
        String prefix = underParent ? parent : hasNumber ? numbered.group(1) : like + "-";
        int width = prefix.length() < like.length() ? like.length() - prefix.length() : 1;
        long highest = 0;
        for (String code : given) {
            if (code.startsWith(prefix)) {
                var rest = NUMBERED.matcher(code.substring(prefix.length()));
                if (rest.matches() && rest.group(1).isEmpty()) {
                    highest = Math.max(highest, Long.parseLong(rest.group(2)));
                }
            }
        }
        var codes = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            String digits = Long.toString(highest + i);
            codes.add(prefix + "0".repeat(Math.max(0, width - digits.length())) + digits);
        }
        return codes;
    }
}
