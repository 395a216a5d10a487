package city.gewu.demo.plan;

import city.gewu.demo.book.Table;
import city.gewu.demo.plan.CityPlan.Block;
import city.gewu.demo.plan.CityPlan.Community;
import city.gewu.demo.plan.CityPlan.DutyGrid;
import city.gewu.demo.plan.CityPlan.Frontage;
import city.gewu.demo.plan.CityPlan.Street;
import city.gewu.demo.plan.CityPlan.UnitGrid;
import city.gewu.demo.plan.CityPlanner.BlockDraft;
import city.gewu.demo.plan.CityPlanner.CommunityDraft;
import city.gewu.demo.plan.CityPlanner.StreetDraft;
import city.gewu.demo.plan.Edge.Side;
import city.gewu.demo.plan.Ground.Spot;
import city.gewu.platform.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Gives the drawn areas their codes and names, in reading order: rows from north to south, each
/// from west to east.
///
/// A unit grid's code has 15 digits: 6 for the county, 3 for the street, 3 for the community, 3 in
/// sequence.
final class PlanNumbering {

    private static final double COMMUNITY_ROW_M = 600;
    private static final double UNIT_GRID_ROW_M = 100;

    private final RoadNaming roads;
    private final List<Street> streets = new ArrayList<>();
    private final List<Community> communities = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<UnitGrid> unitGrids = new ArrayList<>();
    private final List<DutyGrid> dutyGrids = new ArrayList<>();
    private final Map<Region, String> dutyOf = new HashMap<>();

    private record Drawn(Region region, int block) {}

    PlanNumbering(List<Course> courses) {
        this.roads = new RoadNaming(courses);
    }

    CityPlan number(Region city, Course river, List<StreetDraft> drafts) {
        var duties = new DutyAllotment(drafts);
        for (var draft : drafts) {
            var street = draft.street();
            streets.add(
                    new Street(
                            street.code(), street.district(), street.name(), ring(draft.parcel())));
            numberDuties(street, duties.list(draft));
            numberCommunities(draft);
        }
        return new CityPlan(
                ring(city),
                Ground.spots(river.listVertices()),
                streets,
                communities,
                blocks,
                unitGrids,
                dutyGrids,
                roads.roads());
    }

    private void numberDuties(DrawnStreet street, List<DutyAllotment.Duty> duties) {
        int number = 0;
        for (var duty : inRows(duties, DutyAllotment.Duty::region, COMMUNITY_ROW_M)) {
            number++;
            var code = "%sG%02d".formatted(street.code(), number);
            dutyGrids.add(
                    new DutyGrid(
                            code,
                            street.code(),
                            new Named(
                                    "%s第%02d网格"
                                            .formatted(
                                                    street.name().zh().replace("街道", ""), number),
                                    "%s grid %02d"
                                            .formatted(
                                                    street.name().en().replace(" Street", ""),
                                                    number)),
                            ring(duty.region())));
            duty.unitGrids().forEach(grid -> dutyOf.put(grid, code));
        }
    }

    private void numberCommunities(StreetDraft draft) {
        var names =
                Table.read("plan/communities.csv").stream()
                        .filter(row -> row.getField("street").equals(draft.street().code()))
                        .map(row -> new Named(row.getField("zh"), row.getField("en")))
                        .toList();
        int number = 0;
        for (var community :
                inRows(draft.communities(), drawn -> drawn.parcel().region(), COMMUNITY_ROW_M)) {
            var name = names.get(number);
            number++;
            var code = "%s%03d".formatted(draft.street().code(), number);
            communities.add(
                    new Community(code, draft.street().code(), name, ring(community.parcel())));
            numberGrids(code, community);
        }
    }

    private void numberGrids(String community, CommunityDraft draft) {
        var drawn = new ArrayList<Drawn>();
        for (BlockDraft block : draft.blocks()) {
            blocks.add(new Block(communities.size() - 1, ring(block.region()), block.use()));
            block.unitGrids().forEach(grid -> drawn.add(new Drawn(grid, blocks.size() - 1)));
        }
        int number = 0;
        for (var grid : inRows(drawn, Drawn::region, UNIT_GRID_ROW_M)) {
            number++;
            unitGrids.add(
                    new UnitGrid(
                            "%s%03d".formatted(community, number),
                            community,
                            dutyOf.getOrDefault(grid.region(), ""),
                            grid.block(),
                            ring(grid.region()),
                            frontages(grid.region())));
        }
    }

    private List<Frontage> frontages(Region grid) {
        var found = new ArrayList<Frontage>();
        for (Side side : grid.listSides()) {
            roads.findRoad(side.edge().course())
                    .ifPresent(road ->
                            found.add(
                                    new Frontage(
                                            road,
                                            Ground.spot(side.start()),
                                            Ground.spot(side.end()))));
        }
        return found;
    }

    private static <T> List<T> inRows(List<T> areas, Function<T, Region> region, double rowM) {
        return areas.stream()
                .sorted(
                        Comparator.<T>comparingLong(area ->
                                        -Math.round(middle(region.apply(area)).north() / rowM))
                                .thenComparingDouble(area -> middle(region.apply(area)).east()))
                .toList();
    }

    private static Spot middle(Region region) {
        return Ground.middle(ring(region));
    }

    private static List<Spot> ring(Parcel parcel) {
        return ring(parcel.region());
    }

    private static List<Spot> ring(Region region) {
        return Ground.spots(region.listVertices());
    }
}
