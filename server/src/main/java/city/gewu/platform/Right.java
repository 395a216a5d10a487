package city.gewu.platform;

/// What a person may do (权限). Rights come from posts: `authority/rights.csv` says which post has
/// which, and the golden matrix shows what that means for every address.
public enum Right {
    /// Whatever anybody does who is signed in: the own session, names of places and categories.
    BASICS,
    /// Cases of the own area and organisation: lists, the map, one case, its photos.
    READ_CASES,
    /// Report a problem.
    REPORT_PROBLEMS,
    /// Take calls: what the same caller told before (热线受理).
    TAKE_CALLS,
    /// The duty list to try out and put in force (处置责任清单).
    MANAGE_ROUTING,
    /// The command screen of the own area (指挥大屏).
    READ_SCREEN,
    /// Bring photos in, for a report or a command.
    KEEP_PHOTOS,
    /// What the facts sealed in a photo say beside its case: how long before the report, how far
    /// off.
    READ_PHOTO_FACTS,
    /// Blur faces and number plates in the copy of a photo that may be published.
    PREPARE_PUBLICATION,
    /// Work in the street: the field app, duty, the own track and tasks (外勤).
    WORK_IN_FIELD,
    /// Tracks of the people of the own area and organisation, and who is on duty (轨迹查看).
    READ_TRACKS,
    /// Who was drawn to look at which case, and why nobody could be (派单留痕).
    READ_DRAWS,
    /// Act on a case; each command asks for its own post besides.
    ACT_ON_CASES,
    /// Figures of the assessment and the cases behind them.
    READ_ASSESSMENT,
    /// Schemes of marks: tried out and laid down (考评办法).
    MANAGE_SCHEMES,
    /// Ledgers of the units and the cases behind them (部门台账).
    READ_LEDGERS,
    /// The assessment of a month to freeze, put up, finish and publish (月考评).
    MANAGE_MONTHS,
    /// Appeals against the marks of the own organisation or area (考评申诉).
    LODGE_APPEALS,
    /// Appeals to decide, by others than who froze the marks (申诉复核).
    REVIEW_APPEALS,
    /// Points of the people of the own area and organisation, and why (积分查看).
    READ_POINTS,
    /// Corrections of their points to propose and to decide; never both (积分调整).
    ADJUST_POINTS,
    /// Reporter's name and phone in clear, with a reason that is kept.
    OPEN_PERSONAL_DATA,
    /// Copies and erasure of what is kept about a person, on the person's request.
    ANSWER_DATA_REQUESTS,
    /// Components of the city to take in from files (系统管理员).
    MANAGE_COMPONENTS,
    /// Toilets, markets, car parks and relief points to take in and change (系统管理员).
    MANAGE_FACILITIES,
    /// What became of notices on each way (通知投递记录).
    READ_NOTICE_FATES,
    /// Reports of citizens that wait for a look, and the words that make them wait (疑似上报审看).
    REVIEW_REPORTS,
    /// Organisations, people and certificates to read.
    READ_PEOPLE,
    /// Organisations, people, certificates and accounts to change (系统管理员).
    MANAGE_PEOPLE,
    /// Postings, deputies and rules of separation; sessions, tokens and devices of others (安全管理员).
    MANAGE_AUTHORITY,
    /// Keys of the personal data to rotate (安全管理员).
    MANAGE_KEYS,
    /// The city's setting: grid, categories, limits, calendars (城市设置).
    MANAGE_CITY,
    /// The audit log (审计管理员).
    READ_AUDIT,
    /// The description of the API.
    READ_API
}
