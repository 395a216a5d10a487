package city.gewu.messaging;

import java.util.Locale;

/// Who is told (收件人). How they are reached is in the vault, not here.
///
/// @param id of the account, or of what a follower sent
public record Recipient(Kind kind, String id) {

    /// What somebody is to the city.
    public enum Kind {
        /// 工作人员
        STAFF,
        /// 举报人、关注人
        FOLLOWER;

        /// As it stands in the database: `staff`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
