package city.gewu.demo.story;

import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.plan.CityPlan.Frontage;
import city.gewu.demo.plan.CityPlan.UnitGrid;
import city.gewu.demo.plan.Ground.Spot;
import city.gewu.patrol.Patrol;
import city.gewu.patrol.Patrol.Signing;
import city.gewu.people.Actor;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rounds of the supervisors: two turns of duty a day along the roads of the own duty grids.
public final class Rounds {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final double METRES_A_STEP = 45;
    private static final List<List<LocalTime>> TURNS =
            List.of(
                    List.of(LocalTime.of(7, 30), LocalTime.of(12, 0)),
                    List.of(LocalTime.of(14, 0), LocalTime.of(19, 0)));

    private final CityPlan plan;
    private final ZoneId zone;
    private final Instant now;
    private final Instant sentAt;

    /// @param now nothing is told of what comes after
    /// @param sentAt when the phones send it all
    public Rounds(CityPlan plan, ZoneId zone, Instant now, Instant sentAt) {
        this.plan = plan;
        this.zone = zone;
        this.now = now;
        this.sentAt = sentAt;
    }

    /// Walks the turns of a day, as the phone of the supervisor tells them.
    public void walk(Actor supervisor, LocalDate day, Patrol patrol) {
        var way = way(supervisor);
        if (way.size() < 2) {
            return;
        }
        for (var turn : TURNS) {
            var random = new Random(supervisor.id().hashCode() * 31L + day.toEpochDay());
            var from = at(day, turn.getFirst(), random);
            var to = at(day, turn.getLast(), random);
            if (from.isBefore(now)) {
                walk(supervisor, way, from, to, random, patrol);
            }
        }
    }

    private Instant at(LocalDate day, LocalTime time, Random random) {
        return day.atTime(time).atZone(zone).toInstant().plusSeconds(random.nextInt(900));
    }

    private void walk(
            Actor supervisor,
            List<Spot> way,
            Instant from,
            Instant to,
            Random random,
            Patrol patrol) {
        var spots = new ArrayList<Patrol.Spot>();
        double metres = random.nextDouble() * length(way);
        for (var at = from; at.isBefore(to) && at.isBefore(now); at = at.plus(STEP)) {
            boolean looking = random.nextInt(4) == 0;
            metres += looking ? 2 : METRES_A_STEP * (0.6 + 0.4 * random.nextDouble());
            spots.add(spot(along(way, metres), at, random));
        }
        patrol.sign(signing(supervisor, true, spots.getFirst()), supervisor);
        patrol.keepPositions(id(supervisor, "positions", from), spots, supervisor);
        if (to.isBefore(now)) {
            var last = spots.getLast();
            var end = new Patrol.Spot(to, last.longitude(), last.latitude(), 8);
            patrol.sign(signing(supervisor, false, end), supervisor);
        }
    }

    private Signing signing(Actor supervisor, boolean on, Patrol.Spot spot) {
        return new Signing(id(supervisor, on ? "on" : "off", spot.at()), on, spot, sentAt);
    }

    private static UUID id(Actor supervisor, String what, Instant at) {
        return UUID.nameUUIDFromBytes(
                (supervisor.id() + what + at).getBytes(StandardCharsets.UTF_8));
    }

    /// Now and then a phone between houses knows its place badly.
    private static Patrol.Spot spot(Spot spot, Instant at, Random random) {
        boolean bad = random.nextInt(60) == 0;
        double off = bad ? 40 : 3;
        var seen =
                new Spot(
                        spot.east() + off * random.nextGaussian(),
                        spot.north() + off * random.nextGaussian());
        return new Patrol.Spot(
                at, seen.longitude(), seen.latitude(), bad ? 80 : 4 + random.nextInt(8));
    }

    /// The roads along the own unit grids, one after the other, the nearest next.
    private List<Spot> way(Actor supervisor) {
        var own =
                supervisor.mandates().stream()
                        .filter(mandate -> mandate.post() == Post.SUPERVISOR)
                        .map(Mandate::area)
                        .map(area -> area.unit())
                        .sorted()
                        .limit(1)
                        .collect(Collectors.toSet());
        var left =
                new ArrayList<>(
                        plan.unitGrids().stream()
                                .filter(grid -> own.contains(grid.dutyGrid()))
                                .map(UnitGrid::frontages)
                                .flatMap(List::stream)
                                .toList());
        var way = new ArrayList<Spot>();
        while (!left.isEmpty()) {
            var next = next(way, left);
            left.remove(next);
            way.add(next.from());
            way.add(next.to());
        }
        return way;
    }

    private static Frontage next(List<Spot> way, List<Frontage> left) {
        Optional<Spot> here = way.isEmpty() ? Optional.empty() : Optional.of(way.getLast());
        return left.stream()
                .min(
                        Comparator.comparingDouble(
                                one -> here.map(spot -> spot.distance(one.from())).orElse(0.0)))
                .orElseThrow();
    }

    private static double length(List<Spot> way) {
        double metres = 0;
        for (int i = 1; i < way.size(); i++) {
            metres += way.get(i - 1).distance(way.get(i));
        }
        return metres;
    }

    /// The point so many metres along the way, there and back again.
    private static Spot along(List<Spot> way, double metres) {
        double length = length(way);
        double left = metres % (2 * length);
        left = left > length ? 2 * length - left : left;
        for (int i = 1; i < way.size(); i++) {
            double part = way.get(i - 1).distance(way.get(i));
            if (left <= part) {
                return way.get(i - 1).towards(way.get(i), part == 0 ? 0 : left / part);
            }
            left -= part;
        }
        return way.getLast();
    }
}
