package city.gewu.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.patrol.model.BlindDraw.Circle;
import city.gewu.patrol.model.BlindDraw.LeftOut;
import city.gewu.patrol.model.BlindDraw.Looker;
import city.gewu.patrol.model.BlindDraw.Wanted;
import city.gewu.people.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BlindDrawTest {

    private static final List<String> PLACES = List.of("T", "W1", "W11");
    private static final Area WARD = new Area("ward", "W1", 2);

    private final BlindDraw draw = new BlindDraw((one, top) -> one.startsWith(top + "."), 3);

    @Property(tries = 5000)
    void neitherFinderNorHandlerCanEverReceiveIt(@ForAll Random random) {
        var roster = roster(random);
        var wanted = wanted(random);
        var drawn = draw.draw(wanted, roster, random.nextLong());
        drawn.person()
                .ifPresent(person -> {
                    assertThat(person)
                            .isNotEqualTo(wanted.finder())
                            .isNotEqualTo(wanted.lastChecker());
                    assertThat(wanted.handlers()).doesNotContain(person);
                    assertThat(wanted.askedBefore()).doesNotContain(person);
                    var own =
                            roster.stream()
                                    .filter(one -> one.person().equals(person))
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(own.tasks()).isLessThan(3);
                    assertThat(own.departments())
                            .noneMatch(department ->
                                    wanted.departments().stream()
.filter(handling -> !handling.isEmpty())
                                            .anyMatch(handling ->
                                                    department.equals(handling)
                                                            || department.startsWith(
                                                                    handling + ".")));
                });
    }

    @Property(tries = 2000)
    void everybodyIsEitherACandidateOrLeftOutForAReasonAndADrawCanBeRepeated(
            @ForAll Random random) {
        var roster = roster(random);
        var wanted = wanted(random);
        long seed = random.nextLong();
        var drawn = draw.draw(wanted, roster, seed);
        assertThat(drawn.person().isPresent()).isEqualTo(!drawn.candidates().isEmpty());
        assertThat(BlindDraw.pick(drawn.candidates(), seed)).isEqualTo(drawn.person());
        java.util.Collections.shuffle(roster, random);
        assertThat(draw.draw(wanted, roster, seed)).isEqualTo(drawn);
        if (drawn.candidates().isEmpty()) {
            assertThat(drawn.leftOut().values().stream().mapToInt(n -> n).sum())
                    .isEqualTo(roster.size());
        }
    }

    @Test
    void whoIsOnDutyHereComesBeforeWhoIsPostedHereAndBothBeforeWhoIsNearby() {
        var here = looker("here", true, WARD, PLACES.subList(0, 2));
        var home = looker("home", false, WARD, PLACES.subList(0, 2));
        var near = looker("near", true, new Area("grid", "W12", 3), List.of("T", "W1", "W12"));
        var far = looker("far", true, new Area("grid", "W21", 3), List.of("T", "W2", "W21"));
        var wanted = new Wanted("f", Set.of(), Set.of(), "", Set.of(), PLACES);
        assertThat(draw.draw(wanted, List.of(far, near, home, here), 1).candidates())
                .containsExactly("here");
        assertThat(draw.draw(wanted, List.of(far, near, home), 1).circle())
                .contains(Circle.POSTED_HERE);
        assertThat(draw.draw(wanted, List.of(far, near), 1).candidates()).containsExactly("near");
        assertThat(draw.draw(wanted, List.of(far), 1).leftOut())
                .containsExactly(java.util.Map.entry(LeftOut.ELSEWHERE, 1));
    }

    @Test
    void everybodyOfTheSameCircleHasTheSameChance() {
        var roster =
                IntStream.range(0, 4)
                        .mapToObj(i -> looker("p" + i, true, WARD, PLACES.subList(0, 2)))
                        .toList();
        var wanted = new Wanted("p0", Set.of(), Set.of(), "", Set.of(), PLACES);
        var random = new Random(5);
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < 6000; i++) {
            counts.merge(
                    draw.draw(wanted, roster, random.nextLong()).person().orElseThrow(),
                    1,
                    Integer::sum);
        }
        assertThat(counts).containsOnlyKeys("p1", "p2", "p3");
        assertThat(counts.values()).allMatch(times -> times > 1850 && times < 2150);
    }

    private static Looker looker(String id, boolean onDuty, Area area, List<String> places) {
        return new Looker(
                id, Set.of("centre"), List.of(new Looker.Ground(area, places)), onDuty, 0);
    }

    private static List<Looker> roster(Random random) {
        var people = new ArrayList<Looker>();
        for (int i = 0; i < random.nextInt(12); i++) {
            String ward = "W" + (1 + random.nextInt(2));
            var ground =
                    switch (random.nextInt(3)) {
                        case 0 -> new Looker.Ground(Area.CITY, List.of());
                        case 1 -> new Looker.Ground(new Area("ward", ward, 2), List.of("T", ward));
                        default ->
                                new Looker.Ground(
                                        new Area("grid", ward + "1", 3),
                                        List.of("T", ward, ward + "1"));
                    };
            people.add(
                    new Looker(
                            "p" + i,
                            some(random, "centre", "roads", "roads.north", "parks", ""),
                            List.of(ground),
                            random.nextBoolean(),
                            random.nextInt(5)));
        }
        return people;
    }

    private static Wanted wanted(Random random) {
        return new Wanted(
                person(random),
                Set.of(person(random)),
                some(random, "roads", "parks", ""),
                random.nextBoolean() ? person(random) : "",
                random.nextBoolean() ? Set.of(person(random)) : Set.of(),
                List.of("T", "W1", "W11"));
    }

    private static String person(Random random) {
        return "p" + random.nextInt(12);
    }

    private static Set<String> some(Random random, String... of) {
        return Set.of(of).stream()
                .filter(_ -> random.nextInt(3) == 0)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
