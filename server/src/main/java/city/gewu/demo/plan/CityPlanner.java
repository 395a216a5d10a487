package city.gewu.demo.plan;

import city.gewu.demo.plan.Edge.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Draws the city from its outline down: river, streets, communities, blocks, unit grids.
///
/// All areas come from cutting larger ones, so that they share their corners: no gaps, no overlaps,
/// and none crosses a line of a higher rank. Each rank is drawn all over the city before the next,
/// so that its lines meet across streets.
public final class CityPlanner {

    private static final long SEED = 4208;
    private static final double UNIT_GRID_M2 = 10_000;
    private static final double COMMUNITY_M2 = 575_000;

    /// Half the width and half the height of the city, in metres.
    private static final double REACH_EAST = 3_250;

    private static final double REACH_NORTH = 2_800;
    private static final int OUTLINE_CORNERS = 44;
    private static final double WEST_OF_THE_RIVER = 0.47;

    private final Random random = new Random(SEED);
    private final Divider divider = new Divider(random);

    /// A street with the tree of its communities, and those in the order of the tree.
    record StreetDraft(DrawnStreet street, Parcel parcel, List<CommunityDraft> communities) {}

    record CommunityDraft(Parcel parcel, List<BlockDraft> blocks) {}

    record BlockDraft(Region region, LandUse use, List<Region> unitGrids) {}

    private CityPlanner() {}

    /// The demo city; always the same one.
    public static CityPlan draw() {
        return new CityPlanner().drawAll();
    }

    private CityPlan drawAll() {
        var city = outline();
        var banks = divider.cut(city, WEST_OF_THE_RIVER, Rank.RIVER, true);
        var river = divider.courses().getLast();
        var streets = DrawnStreet.list();
        var parcels =
                streetRegions(streets, banks.getFirst(), banks.getLast()).stream()
                        .map(region ->
                                divider.divide(
                                        region,
                                        pieces(region, COMMUNITY_M2),
                                        Rank.PRIMARY,
                                        Rank.SECONDARY))
                        .toList();
        var communities = new ArrayList<List<Parcel>>();
        for (int i = 0; i < streets.size(); i++) {
            double blockM2 = streets.get(i).blockM2();
            communities.add(
                    parcels.get(i)
                            .pieces()
                            .map(region -> divide(region, blockM2, Rank.TERTIARY))
                            .toList());
        }
        var drafts = new ArrayList<StreetDraft>();
        for (int i = 0; i < streets.size(); i++) {
            var street = streets.get(i);
            var drawn = communities.get(i).stream().map(c -> community(street, c)).toList();
            drafts.add(new StreetDraft(street, parcels.get(i), drawn));
        }
        return new PlanNumbering(divider.courses()).number(city, river, drafts);
    }

    /// A rounded rectangle; where it runs on the ground is decided by [Ground].
    private Region outline() {
        var corners = new ArrayList<Vertex>();
        for (int i = 0; i < OUTLINE_CORNERS; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / OUTLINE_CORNERS;
            corners.add(
                    new Vertex(
                            REACH_EAST * rounded(Math.cos(angle)),
                            REACH_NORTH * rounded(Math.sin(angle))));
        }
        var sides = new ArrayList<Side>();
        for (int i = 0; i < OUTLINE_CORNERS; i++) {
            var next = corners.get((i + 1) % OUTLINE_CORNERS);
            sides.add(new Side(divider.lay(Rank.OUTLINE, corners.get(i), next).edge(), true));
        }
        return new Region(sides);
    }

    private static double rounded(double of) {
        return Math.signum(of) * Math.pow(Math.abs(of), 0.62);
    }

    private List<Region> streetRegions(List<DrawnStreet> streets, Region west, Region east) {
        var regions = new ArrayList<Region>();
        var westRest = west;
        var eastRest = east;
        for (var street : streets) {
            var rest = street.west() ? westRest : eastRest;
            if (street.share() == 1) {
                regions.add(rest);
                continue;
            }
            var halves = divider.cut(rest, street.share(), Rank.PRIMARY, false);
            regions.add(halves.getFirst());
            westRest = street.west() ? halves.getLast() : westRest;
            eastRest = street.west() ? eastRest : halves.getLast();
        }
        return regions;
    }

    private CommunityDraft community(DrawnStreet street, Parcel parcel) {
        var blocks =
                parcel.pieces()
                        .map(region ->
                                new BlockDraft(
                                        region,
                                        street.use(random),
                                        divide(region, UNIT_GRID_M2, Rank.WALL).pieces().toList()))
                        .toList();
        return new CommunityDraft(parcel, blocks);
    }

    private Parcel divide(Region region, double pieceM2, Rank rank) {
        return divider.divide(region, pieces(region, pieceM2), rank, rank);
    }

    private static int pieces(Region region, double pieceM2) {
        return (int) Math.round(Ground.area(Ground.spots(region.listVertices())) / pieceM2);
    }
}
