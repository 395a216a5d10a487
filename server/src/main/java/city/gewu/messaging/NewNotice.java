package city.gewu.messaging;

import java.util.Map;

/// What somebody is to be told (新通知).
///
/// @param topic a row of `messaging/texts.csv`
/// @param values what stands in the braces of its texts, never personal data; `category.en` stands
///   for `category` in English
/// @param language `zh` or `en`
/// @param key the same key is told once
public record NewNotice(
        Recipient to, String topic, Map<String, String> values, String language, String key) {

    public NewNotice {
        values = Map.copyOf(values);
    }
}
