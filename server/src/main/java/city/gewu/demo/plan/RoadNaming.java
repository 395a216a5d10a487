package city.gewu.demo.plan;

import city.gewu.demo.book.Table;
import city.gewu.demo.plan.CityPlan.Road;
import city.gewu.platform.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Joins stretches that continue each other to roads, and names them.
final class RoadNaming {

    private static final List<Named> RINGS =
            List.of(
                    new Named("东环路", "East Ring Road"),
                    new Named("北环路", "North Ring Road"),
                    new Named("西环路", "West Ring Road"),
                    new Named("南环路", "South Ring Road"));

    /// How the words are used again when they run out.
    private static final List<Named> SMALL =
            List.of(
                    new Named("%s街", "%s Street"),
                    new Named("%s巷", "%s Lane"),
                    new Named("%s一路", "%s 1st Road"),
                    new Named("%s二路", "%s 2nd Road"),
                    new Named("%s三路", "%s 3rd Road"),
                    new Named("%s四路", "%s 4th Road"));

    private final List<Named> words =
            Table.read("plan/road-words.csv").stream()
                    .map(row -> new Named(row.getField("zh"), row.getField("en")))
                    .toList();
    private final List<Road> roads = new ArrayList<>();
    private final Map<Course, Integer> roadOf = new HashMap<>();
    private int used;

    RoadNaming(List<Course> courses) {
        var rings = courses.stream().filter(course -> course.rank() == Rank.OUTLINE).toList();
        for (int side = 0; side < RINGS.size(); side++) {
            int here = side;
            add(RINGS.get(side), rings.stream().filter(course -> side(course) == here).toList());
        }
        nameAll(courses, Rank.PRIMARY, new Named("%s大道", "%s Avenue"));
        nameAll(courses, Rank.SECONDARY, new Named("%s路", "%s Road"));
        int large = used;
        for (var stretches : groups(courses, Rank.TERTIARY)) {
            int words = this.words.size() - large;
            int round = Math.min((used - large) / words, SMALL.size() - 1);
            add(name(this.words.get(large + (used - large) % words), SMALL.get(round)), stretches);
            used++;
        }
    }

    List<Road> roads() {
        return roads;
    }

    Optional<Integer> findRoad(Course course) {
        return Optional.ofNullable(roadOf.get(course));
    }

    private static int side(Course ring) {
        var middle = ring.from().towards(ring.to(), 0.5);
        double quarter = Math.atan2(middle.y(), middle.x()) / (Math.PI / 2);
        return Math.floorMod(Math.round(quarter), 4);
    }

    private void nameAll(List<Course> courses, Rank rank, Named pattern) {
        for (var stretches : groups(courses, rank)) {
            add(name(words.get(used % words.size()), pattern), stretches);
            used++;
        }
    }

    private static Named name(Named word, Named pattern) {
        return new Named(pattern.zh().formatted(word.zh()), pattern.en().formatted(word.en()));
    }

    private void add(Named name, List<Course> stretches) {
        stretches.forEach(course -> roadOf.put(course, roads.size()));
        var rank =
                stretches.getFirst().rank() == Rank.OUTLINE
                        ? Rank.SECONDARY
                        : stretches.getFirst().rank();
        roads.add(
                new Road(
                        name,
                        rank.name().toLowerCase(Locale.ROOT),
                        stretches.stream()
                                .map(course -> Ground.spots(course.listVertices()))
                                .toList()));
    }

    /// The stretches of each road, the longest road first.
    private static List<List<Course>> groups(List<Course> all, Rank rank) {
        var courses = all.stream().filter(course -> course.rank() == rank).toList();
        Map<Vertex, List<Course>> ends = new LinkedHashMap<>();
        for (var course : courses) {
            ends.computeIfAbsent(course.from(), _ -> new ArrayList<>()).add(course);
            ends.computeIfAbsent(course.to(), _ -> new ArrayList<>()).add(course);
        }
        Map<Course, List<Course>> groups = new LinkedHashMap<>();
        courses.forEach(course -> groups.put(course, new ArrayList<>(List.of(course))));
        ends.forEach((corner, meeting) -> {
            for (var course : meeting) {
                meeting.stream()
                        .filter(other -> course.continuesIn(other, corner))
                        .findFirst()
                        .ifPresent(other -> join(groups, course, other));
            }
        });
        return groups.values().stream()
                .distinct()
                .sorted(Comparator.comparingDouble(RoadNaming::length).reversed())
                .toList();
    }

    private static void join(Map<Course, List<Course>> groups, Course a, Course b) {
        var into = groups.getOrDefault(a, List.of());
        var from = groups.getOrDefault(b, List.of());
        if (!into.contains(b)) {
            into.addAll(from);
            from.forEach(course -> groups.put(course, into));
        }
    }

    private static double length(List<Course> stretches) {
        return stretches.stream().mapToDouble(course -> course.from().distance(course.to())).sum();
    }
}
