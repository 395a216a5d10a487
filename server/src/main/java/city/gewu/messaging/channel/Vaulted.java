package city.gewu.messaging.channel;

import city.gewu.messaging.Recipient;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.Asking;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Addresses of people, out of the vault for the moment of sending. The audit log has each opening.
@Component
class Vaulted {

    private final PersonalData data;

    Vaulted(PersonalData data) {
        this.data = data;
    }

    boolean has(Recipient recipient, String field) {
        return data.find(kind(recipient), recipient.id())
                .filter(kept -> !kept.field(field).isEmpty())
                .isPresent();
    }

    Optional<String> open(Recipient recipient, String field, long notice) {
        return data.find(kind(recipient), recipient.id())
                .map(kept ->
                        data.open(kept.id(), new Asking("system:messaging", "notice " + notice, ""))
                                .field(field))
                .filter(value -> !value.isEmpty());
    }

    private static DataKind kind(Recipient recipient) {
        return switch (recipient.kind()) {
            case STAFF -> DataKind.STAFF;
            case FOLLOWER -> DataKind.FOLLOWER;
        };
    }
}
