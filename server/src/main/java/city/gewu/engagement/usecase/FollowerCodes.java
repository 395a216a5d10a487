package city.gewu.engagement.usecase;

import city.gewu.engagement.store.FollowerStore;
import city.gewu.engagement.store.ReportStore;
import city.gewu.messaging.Recipient;
import city.gewu.messaging.UnkeptWords;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The follow code in a notice, told when the notice is sent.
@Component
class FollowerCodes implements UnkeptWords {

    private final FollowerStore followers;
    private final ReportStore reports;

    FollowerCodes(FollowerStore followers, ReportStore reports) {
        this.followers = followers;
        this.reports = reports;
    }

    @Override
    public Map<String, String> wordsFor(Recipient to) {
        if (to.kind() != Recipient.Kind.FOLLOWER) {
            return Map.of();
        }
        return followers
                .findClientId(Long.parseLong(to.id()))
                .map(reports::codeOf)
                .map(code -> Map.of("code", code.shown()))
                .orElse(Map.of());
    }
}
