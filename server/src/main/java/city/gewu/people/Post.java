package city.gewu.people;

/// A post of the field (岗位). Rights come from posts.
public enum Post {
    /// 监督员
    SUPERVISOR,
    /// 受理员
    INTAKE_CLERK,
    /// 值班长
    SHIFT_LEAD,
    /// 派遣员
    DISPATCHER,
    /// 处置部门经办
    HANDLER,
    /// 核查员
    CHECKER,
    /// 考评员
    ASSESSOR,
    /// 法制审核员
    LEGAL_REVIEWER,
    /// 执法人员: needs a certificate in force (执法证)
    ENFORCEMENT_OFFICER,
    /// 路长
    ROAD_CHIEF,
    /// 中队长
    TEAM_LEADER,
    /// 社区网格员
    COMMUNITY_GRID_OFFICER,
    /// 市民
    CITIZEN,
    /// 系统管理员: organisations, people, accounts
    SYSTEM_ADMINISTRATOR,
    /// 安全管理员: who holds which post, keys, sessions of others
    SECURITY_ADMINISTRATOR,
    /// 审计管理员: what everybody did
    AUDIT_ADMINISTRATOR
}
