package city.gewu.demo.plan;

import city.gewu.demo.book.Table;
import city.gewu.demo.plan.CityPlan.Block;
import city.gewu.platform.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/// Finds a block for every place of the city, and gives every community its own ones.
public final class Landmarks {

    private static final long SEED = 42;
    private static final String COMMUNITY = "{community}";

    private final CityPlan plan;
    private final Water water;
    private final Set<Integer> free;
    private final List<Landmark> found = new ArrayList<>();

    private Landmarks(CityPlan plan) {
        this.plan = plan;
        this.water = new Water(plan);
        var dry = new ArrayList<Integer>();
        for (int block = 0; block < plan.blocks().size(); block++) {
            if (!water.holds(Ground.middle(plan.blocks().get(block).ring()), 40)) {
                dry.add(block);
            }
        }
        Collections.shuffle(dry, new Random(SEED));
        this.free = new LinkedHashSet<>(dry);
    }

    public static List<Landmark> of(CityPlan plan) {
        return new Landmarks(plan).placeAll();
    }

    private List<Landmark> placeAll() {
        for (var row : Table.read("plan/places.csv")) {
            var name = new Named(row.getField("zh"), row.getField("en"));
            var kind = row.getField("kind");
            if (name.zh().contains(COMMUNITY)) {
                for (int community = 0; community < plan.communities().size(); community++) {
                    place(kind, local(name, community), inside(kind, community));
                }
            } else {
                var district = row.getField("street");
                place(
                        kind,
                        name,
                        block ->
                                suits(kind, block)
                                        && plan.communities()
                                                .get(block.community())
                                                .street()
                                                .startsWith(district));
            }
        }
        return found;
    }

    private void place(String kind, Named name, Predicate<Block> where) {
        free.stream()
                .filter(block -> where.test(plan.blocks().get(block)))
                .findFirst()
                .ifPresent(block -> {
                    free.remove(/* element */ block);
                    var middle = Ground.middle(plan.blocks().get(block).ring());
                    found.add(new Landmark(kind, name, middle, block));
                });
    }

    private Named local(Named pattern, int community) {
        var name = plan.communities().get(community).name();
        return new Named(
                pattern.zh().replace(COMMUNITY, name.zh().replace("社区", "")),
                pattern.en().replace(COMMUNITY, name.en().replace(" Community", "")));
    }

    private static Predicate<Block> inside(String kind, int community) {
        return block -> block.community() == community && suits(kind, block);
    }

    private static boolean suits(String kind, Block block) {
        return switch (kind) {
            case "park" -> block.use() == LandUse.PARK;
            case "mall", "market" ->
                    block.use() == LandUse.COMMERCE || block.use() == LandUse.OLD_TOWN;
            case "estate", "hall" ->
                    block.use() == LandUse.HOUSING || block.use() == LandUse.OLD_TOWN;
            default -> block.use() == LandUse.HOUSING || block.use() == LandUse.COMMERCE;
        };
    }
}
