package city.gewu.facility;

import city.gewu.platform.Named;

/// What people look for (设施类别).
public enum FacilityKind {
    /// 公共厕所
    TOILET("公共厕所", "Public toilet"),
    /// 农贸市场
    MARKET("农贸市场", "Market"),
    /// 停车场
    PARKING("停车场", "Car park"),
    /// 临时疏导点: where stalls may stand.
    RELIEF_POINT("临时疏导点", "Stall point"),
    /// 便民服务点
    SERVICE_POINT("便民服务点", "Service point");

    private final String zh;
    private final String en;

    FacilityKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Named words() {
        return new Named(zh, en);
    }
}
