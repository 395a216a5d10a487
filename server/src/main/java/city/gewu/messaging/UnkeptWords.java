package city.gewu.messaging;

import java.util.Map;

/// Words of a notice that nobody may keep (不留存的内容), such as the code a report is followed by: they
/// are asked for when the notice is sent.
public interface UnkeptWords {

    /// Words for this person, by the names that stand in braces in the texts.
    Map<String, String> wordsFor(Recipient to);
}
