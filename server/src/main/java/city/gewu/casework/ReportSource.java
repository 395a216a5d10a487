package city.gewu.casework;

/// Where a problem came from (问题来源).
public enum ReportSource {
    /// 监督员上报
    SUPERVISOR,
    /// 督查考评发现
    INSPECTION,
    /// 12319 热线
    HOTLINE,
    /// 12345 工单
    ORDER_12345,
    /// 市民 App
    CITIZEN_APP,
    /// 微信随手拍
    WECHAT,
    /// 网站
    WEB,
    /// 媒体曝光
    MEDIA,
    /// 视频巡查
    VIDEO,
    /// 领导交办
    LEADER,
    /// 物联感知
    SENSOR,
    /// 内部工单
    INTERNAL
}
