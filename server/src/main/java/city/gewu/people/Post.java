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
    /// 系统管理员
    ADMINISTRATOR
}
