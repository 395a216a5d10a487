package city.gewu.demo.plan;

/// What stands on a block.
public enum LandUse {
    OLD_TOWN,
    HOUSING,
    COMMERCE,
    INDUSTRY,
    PARK,
    SITE
}
