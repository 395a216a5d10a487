package city.gewu.privacy;

import java.util.Locale;

/// Whose personal data a record holds (个人信息类别).
public enum DataKind {
    /// 举报人: who reported a case; the subject is the case.
    REPORTER,
    /// 关注人: who joined in a case or whose report waits for a look; the subject is the report.
    FOLLOWER,
    /// 工作人员: who works for the city; the subject is the person.
    STAFF;

    /// As it stands in the database and in answers: `reporter`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
