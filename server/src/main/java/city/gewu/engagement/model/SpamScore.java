package city.gewu.engagement.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What speaks against a report, with its grounds (可疑评分). Above a limit a person looks; nothing is
/// thrown away by a number.
///
/// @param points 0 for nothing
/// @param grounds codes such as `blocked-word`, each with its points
public record SpamScore(int points, List<String> grounds) {

    private static final Pattern LINK =
            Pattern.compile("(?i)https?://|www\\.|[a-z0-9-]+\\.(com|cn|net|top|xyz|vip)\\b");
    private static final Pattern WORDLESS = Pattern.compile("[\\P{L}]*");
    private static final int DEVICE_BUSY = 4;
    private static final int DEVICE_FLOODING = 10;
    private static final int NETWORK_FLOODING = 60;
    private static final int PLACE_FLOODING = 15;

    public SpamScore {
        grounds = List.copyOf(grounds);
    }

    /// What is known of a report.
    ///
    /// @param blockedWords words of the list that its description holds
    /// @param sameWords reports of the last day with the very same words
    /// @param fromDevice reports of the last hour from its device, as are the next two
    /// @param copiedPhotos its photos that look like one of an earlier report
    public record Signs(
            String description,
            List<String> blockedWords,
            int sameWords,
            int fromDevice,
            int fromNetwork,
            int fromPlace,
            int copiedPhotos,
            boolean outsideCity,
            boolean withoutPuzzle) {

        public Signs {
            blockedWords = List.copyOf(blockedWords);
        }
    }

    public static SpamScore of(Signs signs) {
        var grounds = new ArrayList<String>();
        int points = 0;
        points += add(grounds, "outside-city", signs.outsideCity(), 60);
        points += add(grounds, "no-script", signs.withoutPuzzle(), 60);
        points += add(grounds, "blocked-word", !signs.blockedWords().isEmpty(), 60);
        points +=
                add(grounds, "same-words", signs.sameWords() > 0, signs.sameWords() > 1 ? 60 : 30);
        points += add(grounds, "copied-photo", signs.copiedPhotos() > 0, 40);
        points += add(grounds, "link", LINK.matcher(signs.description()).find(), 40);
        points += add(grounds, "no-words", isWordless(signs.description()), 30);
        points +=
                add(
                        grounds,
                        "many-from-device",
                        signs.fromDevice() >= DEVICE_BUSY,
                        signs.fromDevice() >= DEVICE_FLOODING ? 60 : 30);
        points += add(grounds, "many-from-network", signs.fromNetwork() >= NETWORK_FLOODING, 30);
        points += add(grounds, "many-from-place", signs.fromPlace() >= PLACE_FLOODING, 20);
        return new SpamScore(points, grounds);
    }

    private static boolean isWordless(String description) {
        return WORDLESS.matcher(description).matches();
    }

    private static int add(List<String> grounds, String code, boolean holds, int points) {
        if (holds) {
            grounds.add(code + ":" + points);
        }
        return holds ? points : 0;
    }

    /// A text as it is compared with others: small letters, without spaces and signs.
    public static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
    }
}
