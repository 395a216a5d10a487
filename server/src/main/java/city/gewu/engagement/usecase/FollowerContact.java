package city.gewu.engagement.usecase;

import city.gewu.casework.ReporterContact;

/// How somebody wants to be told (联系方式).
///
/// @param email empty text for none
/// @param wechatVisit code of a visit from inside WeChat, or empty text
public record FollowerContact(ReporterContact person, String email, String wechatVisit) {

    public static final FollowerContact NONE =
            new FollowerContact(new ReporterContact("", ""), "", "");

    /// What a log or a failure may show of it.
    @Override
    public String toString() {
        return "FollowerContact[***]";
    }
}
