package city.gewu.demo.plan;

import city.gewu.demo.plan.Ground.Spot;
import city.gewu.platform.Named;

/// A place people know and name in reports: a market, a school, a park.
///
/// @param block index of the block it stands on
public record Landmark(String kind, Named name, Spot spot, int block) {}
