package city.gewu.casework.store;

import java.util.Locale;

/// The columns of `casework.case_file` in the order they are read, written and hashed. The order is
/// part of every hash: a new column goes to the end.
enum CaseColumn {
    CASE_ID(Kind.NUMBER),
    CASE_NO(Kind.TEXT),
    ORIGIN(Kind.TEXT),
    ORIGIN_ID(Kind.TEXT),
    VERSION(Kind.NUMBER),
    STATE(Kind.TEXT),
    SOURCE(Kind.TEXT),
    CATEGORY(Kind.TEXT),
    CONDITION(Kind.TEXT),
    DESCRIPTION(Kind.TEXT),
    ADDRESS(Kind.TEXT),
    LONGITUDE(Kind.REAL),
    LATITUDE(Kind.REAL),
    PLACES(Kind.TEXTS),
    FLAGS(Kind.TEXTS),
    PHOTOS_BEFORE(Kind.TEXTS),
    PHOTOS_AFTER(Kind.TEXTS),
    PHOTOS_CHECK(Kind.TEXTS),
    REPORTER(Kind.TEXT),
    HANDLER(Kind.TEXT),
    CHECKER(Kind.TEXT),
    DEPARTMENT(Kind.TEXT),
    ASSISTING(Kind.TEXTS),
    ASSISTED(Kind.TEXTS),
    ROUND(Kind.NUMBER),
    RETURNS(Kind.NUMBER),
    EXTENSIONS(Kind.NUMBER),
    FAILED_CHECKS(Kind.NUMBER),
    LIMIT_AMOUNT(Kind.NUMBER_OR_NULL),
    LIMIT_UNIT(Kind.TEXT),
    CALENDAR(Kind.TEXT),
    CLOCK_START_AT(Kind.MOMENT),
    DUE_AT(Kind.MOMENT),
    WARN_AT(Kind.MOMENT),
    FIRST_DUE_AT(Kind.MOMENT),
    SIGNAL(Kind.TEXT),
    REQUEST(Kind.TEXT),
    REQUEST_REASON(Kind.TEXT),
    REVIEW_ON(Kind.DAY),
    SUSPENDED_AT(Kind.MOMENT),
    PREVIOUS_STATE(Kind.TEXT),
    REPORTED_AT(Kind.MOMENT),
    FILED_AT(Kind.MOMENT),
    DISPATCHED_AT(Kind.MOMENT),
    HANDLED_AT(Kind.MOMENT),
    CHECKED_AT(Kind.MOMENT),
    ENDED_AT(Kind.MOMENT),
    REASON(Kind.TEXT),
    MERGED_INTO(Kind.NUMBER_OR_NULL),
    APPEAL(Kind.TEXT),
    WAIVED(Kind.TRUTH),
    SIGNAL_AT(Kind.MOMENT);

    /// What a column holds; all but the kinds that may be null start from an empty value.
    enum Kind {
        NUMBER,
        NUMBER_OR_NULL,
        TEXT,
        TEXTS,
        REAL,
        TRUTH,
        MOMENT,
        DAY
    }

    private final Kind kind;
    private final String sqlName;

    CaseColumn(Kind kind) {
        this.kind = kind;
        this.sqlName = name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }

    String sqlName() {
        return sqlName;
    }
}
