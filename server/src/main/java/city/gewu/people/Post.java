package city.gewu.people;

/// A post of the field (岗位). Rights come from posts.
public enum Post {
    /// 监督员
    SUPERVISOR(Sight.AREA),
    /// 受理员
    INTAKE_CLERK(Sight.AREA),
    /// 值班长
    SHIFT_LEAD(Sight.AREA),
    /// 派遣员
    DISPATCHER(Sight.AREA),
    /// 处置部门经办
    HANDLER(Sight.ORGANISATION),
    /// 核查员
    CHECKER(Sight.AREA),
    /// 考评员
    ASSESSOR(Sight.AREA),
    /// 法制审核员
    LEGAL_REVIEWER(Sight.AREA),
    /// 执法人员: needs a certificate in force (执法证)
    ENFORCEMENT_OFFICER(Sight.ORGANISATION),
    /// 路长
    ROAD_CHIEF(Sight.AREA),
    /// 中队长
    TEAM_LEADER(Sight.ORGANISATION),
    /// 社区网格员
    COMMUNITY_GRID_OFFICER(Sight.AREA),
    /// 市民
    CITIZEN(Sight.OWN),
    /// 系统管理员: organisations, people, accounts
    SYSTEM_ADMINISTRATOR(Sight.OWN),
    /// 安全管理员: who holds which post, keys, sessions of others
    SECURITY_ADMINISTRATOR(Sight.OWN),
    /// 审计管理员: what everybody did
    AUDIT_ADMINISTRATOR(Sight.OWN);

    private final Sight sight;

    Post(Sight sight) {
        this.sight = sight;
    }

    public Sight sight() {
        return sight;
    }

    /// What a post lets one see of the city's records.
    public enum Sight {
        /// The ground the post counts for.
        AREA,
        /// What concerns the organisation the post is held in, or one under it.
        ORGANISATION,
        /// One's own reports.
        OWN
    }
}
