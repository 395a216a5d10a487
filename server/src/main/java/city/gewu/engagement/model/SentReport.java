package city.gewu.engagement.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What somebody sent, as it is kept.
///
/// @param position longitude and latitude in WGS84 degrees
/// @param photos ids of the evidence
/// @param spam what spoke against it
public record SentReport(
        long id,
        UUID clientId,
        FollowCode code,
        Kind kind,
        State state,
        OptionalLong caseId,
        String source,
        Words words,
        Optional<Spot> position,
        List<String> photos,
        List<String> flags,
        boolean wantsAnswer,
        String language,
        SpamScore spam,
        Instant sentAt,
        String decision) {

    public SentReport {
        photos = List.copyOf(photos);
        flags = List.copyOf(flags);
    }

    /// WGS84, degrees.
    public record Spot(double longitude, double latitude) {}

    /// @param category code of a minor category
    /// @param answers to what the category asks, by code
    public record Words(
            String category, String description, String address, Map<String, String> answers) {

        public Words {
            answers = Map.copyOf(answers);
        }

        public Words(String category, String description, String address) {
            this(category, description, address, Map.of());
        }
    }

    /// Why it was sent.
    public enum Kind {
        /// 上报
        REPORT,
        /// 我也遇到
        JOIN,
        /// 未解决
        DISSENT
    }

    /// Where it stands, before there is a case.
    public enum State {
        /// 接收中: the server was stopped half way; the phone sends it again.
        ARRIVING,
        /// 待审看
        HELD,
        /// 不予采用
        REFUSED,
        /// 已转上报
        TAKEN
    }

    /// The subject its contact is kept under while it has no case of its own.
    public String subject() {
        return Long.toString(id);
    }
}
