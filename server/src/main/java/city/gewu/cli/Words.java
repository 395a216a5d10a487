package city.gewu.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/// Sentences of the command line in the person's language.
final class Words {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle(
                    "city.gewu.cli.words",
                    Locale.getDefault().getLanguage().equals("zh")
                            ? Locale.SIMPLIFIED_CHINESE
                            : Locale.ROOT);

    private Words() {}

    static String get(String key, Object... values) {
        return BUNDLE.getString(key).formatted(values);
    }
}
