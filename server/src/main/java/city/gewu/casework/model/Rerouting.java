package city.gewu.casework.model;

import city.gewu.casework.Routing.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What would change if another duty list were in force (派遣推演): the same cases through both. Pure.
///
/// @param cases how many were run through both lists
/// @param moves from one department to another, the most cases first
/// @param loads what each department would be given, by code
/// @param examples the newest cases that would go elsewhere, at most [#EXAMPLES]
/// @param agreedBefore cases that people sent to where the list in force sends them, as is
///   `agreedAfter` for the proposed list
public record Rerouting(
        int cases,
        int moved,
        int agreedBefore,
        int agreedAfter,
        List<Move> moves,
        List<Load> loads,
        List<Routed> examples) {

    static final int EXAMPLES = 50;

    public Rerouting {
        moves = List.copyOf(moves);
        loads = List.copyOf(loads);
        examples = List.copyOf(examples);
    }

    /// A case through both lists.
    ///
    /// @param department where people sent it
    public record Routed(
            long id, String caseNo, String category, String department, Route before, Route after) {

        boolean isMoved() {
            return !before.department().equals(after.department());
        }
    }

    /// @param from code of a department, or empty text for nobody, as is `to`
    public record Move(String from, String to, int cases) {}

    public record Load(String department, int before, int after) {}

    public static Rerouting of(List<Routed> all) {
        var moved = all.stream().filter(Routed::isMoved).toList();
        return new Rerouting(
                all.size(),
                moved.size(),
                count(all, one -> one.before().department().equals(one.department())),
                count(all, one -> one.after().department().equals(one.department())),
                moves(moved),
                loads(all),
                moved.stream().limit(EXAMPLES).toList());
    }

    private static int count(List<Routed> all, Predicate<Routed> fits) {
        return Math.toIntExact(all.stream().filter(fits).count());
    }

    private static List<Move> moves(List<Routed> moved) {
        var counts = new TreeMap<String, Map<String, Integer>>();
        for (var one : moved) {
            counts.computeIfAbsent(one.before().department(), _ -> new TreeMap<>())
                    .merge(one.after().department(), 1, Integer::sum);
        }
        var moves = new ArrayList<Move>();
        counts.forEach((from, tos) -> tos.forEach((to, n) -> moves.add(new Move(from, to, n))));
        moves.sort(Comparator.comparingInt(Move::cases).reversed());
        return moves;
    }

    private static List<Load> loads(List<Routed> all) {
        var before = new TreeMap<String, Integer>();
        var after = new TreeMap<String, Integer>();
        for (var one : all) {
            before.merge(one.before().department(), 1, Integer::sum);
            after.merge(one.after().department(), 1, Integer::sum);
            before.putIfAbsent(one.after().department(), 0);
            after.putIfAbsent(one.before().department(), 0);
        }
        return before.entrySet().stream()
                .map(entry ->
                        new Load(
                                entry.getKey(),
                                entry.getValue(),
                                after.getOrDefault(entry.getKey(), 0)))
                .toList();
    }
}
