package city.gewu.demo.plan;

import city.gewu.demo.plan.CityPlanner.CommunityDraft;
import city.gewu.demo.plan.CityPlanner.StreetDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Shares ninety duty grids out among the streets by their size, and draws each as whole blocks
/// that lie together.
final class DutyAllotment {

    private static final int DUTY_GRIDS = 90;

    private final Map<StreetDraft, Integer> shares = new HashMap<>();

    /// A duty grid with the unit grids in it.
    record Duty(Region region, List<Region> unitGrids) {}

    /// A cut of the street that a duty grid may follow.
    private record Area(Region region, List<Area> halves, List<Region> unitGrids) {}

    DutyAllotment(List<StreetDraft> streets) {
        int grids = streets.stream().mapToInt(street -> area(street).unitGrids().size()).sum();
        int left = DUTY_GRIDS;
        for (var street : streets) {
            int own = area(street).unitGrids().size();
            int share = Math.round((float) left * own / grids);
            shares.put(street, share);
            left -= share;
            grids -= own;
        }
    }

    List<Duty> list(StreetDraft street) {
        var duties = new ArrayList<Duty>();
        allot(area(street), shares.getOrDefault(street, 1), duties);
        return duties;
    }

    private static void allot(Area area, int count, List<Duty> into) {
        if (count == 1 || area.halves().isEmpty()) {
            into.add(new Duty(area.region(), area.unitGrids()));
            return;
        }
        var first = area.halves().getFirst();
        int half = Math.round((float) count * first.unitGrids().size() / area.unitGrids().size());
        half = Math.clamp(half, 1, count - 1);
        allot(first, half, into);
        allot(area.halves().getLast(), count - half, into);
    }

    private static Area area(StreetDraft street) {
        return area(street.parcel(), street.communities().iterator()::next, DutyAllotment::area);
    }

    private static Area area(CommunityDraft community) {
        return area(
                community.parcel(),
                community.blocks().iterator()::next,
                block -> new Area(block.region(), List.of(), block.unitGrids()));
    }

    /// The tree of cuts; its pieces come in the order in which they were drawn.
    private static <T> Area area(Parcel parcel, Supplier<T> next, Function<T, Area> piece) {
        if (parcel.halves().isEmpty()) {
            return piece.apply(next.get());
        }
        var halves = parcel.halves().stream().map(half -> area(half, next, piece)).toList();
        var grids = new ArrayList<Region>();
        halves.forEach(half -> grids.addAll(half.unitGrids()));
        return new Area(parcel.region(), halves, grids);
    }
}
