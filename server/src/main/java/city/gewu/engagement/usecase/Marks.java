package city.gewu.engagement.usecase;

import city.gewu.engagement.model.Network;
import city.gewu.engagement.model.SpamScore;
import city.gewu.privacy.PersonalData;
import org.springframework.stereotype.Component;

/// Keyed marks of what says who sent something: equal ones are seen to be equal, and nobody can
/// turn them back.
@Component
class Marks {

    private final PersonalData data;

    Marks(PersonalData data) {
        this.data = data;
    }

    /// A phone that names no device is known by its network.
    String device(String device, String address) {
        return data.mark(
                device.isBlank() ? "no device " + Network.of(address) : "device " + device.strip());
    }

    String network(String address) {
        return data.mark("network " + Network.of(address));
    }

    /// Empty text for words too few to mean anything.
    String words(String description) {
        var plain = SpamScore.plain(description);
        return plain.length() < 6 ? "" : data.mark("words " + plain);
    }
}
