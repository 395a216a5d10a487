package city.gewu.privacy;

import java.util.Locale;

/// Whose personal data a record holds (个人信息类别).
public enum DataKind {
    /// 举报人: who reported a case; the subject is the case.
    REPORTER,
    /// 工作人员: who works for the city; the subject is the person.
    STAFF;

    /// As it stands in the database and in answers: `reporter`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
