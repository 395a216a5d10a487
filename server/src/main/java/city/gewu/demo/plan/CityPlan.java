package city.gewu.demo.plan;

import city.gewu.demo.plan.Ground.Spot;
import city.gewu.platform.Named;
import java.util.List;

/// The demo city as drawn: areas with shared corners, and roads between them.
///
/// @param outline the border of the city, anticlockwise
/// @param river its middle line from where it enters to where it leaves
public record CityPlan(
        List<Spot> outline,
        List<Spot> river,
        List<Street> streets,
        List<Community> communities,
        List<Block> blocks,
        List<UnitGrid> unitGrids,
        List<DutyGrid> dutyGrids,
        List<Road> roads) {

    public CityPlan {
        outline = List.copyOf(outline);
        river = List.copyOf(river);
        streets = List.copyOf(streets);
        communities = List.copyOf(communities);
        blocks = List.copyOf(blocks);
        unitGrids = List.copyOf(unitGrids);
        dutyGrids = List.copyOf(dutyGrids);
        roads = List.copyOf(roads);
    }

    /// A street (街道).
    public record Street(String code, String district, Named name, List<Spot> ring) {}

    /// A community (社区).
    public record Community(String code, String street, Named name, List<Spot> ring) {}

    /// The ground between roads.
    ///
    /// @param community index of its community
    public record Block(int community, List<Spot> ring, LandUse use) {}

    /// A unit grid (单元网格) of some 10,000 m².
    ///
    /// @param block index of its block
    /// @param frontages where it borders on a road
    public record UnitGrid(
            String code,
            String community,
            String dutyGrid,
            int block,
            List<Spot> ring,
            List<Frontage> frontages) {}

    /// A stretch of road along a unit grid, which lies to the left.
    ///
    /// @param road index of the road
    public record Frontage(int road, Spot from, Spot to) {}

    /// A duty grid (责任网格): one supervisor's ground, whole unit grids of one street.
    public record DutyGrid(String code, String street, Named name, List<Spot> ring) {}

    /// A road with a name, in one or more stretches.
    ///
    /// @param kind `primary`, `secondary` or `tertiary`
    public record Road(Named name, String kind, List<List<Spot>> stretches) {}
}
