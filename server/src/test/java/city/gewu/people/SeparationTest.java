package city.gewu.people;

import static city.gewu.people.GivenStaff.BEGINNING;
import static city.gewu.people.GivenStaff.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.people.Separation.Kind;
import city.gewu.people.Separations.Part;
import city.gewu.people.usecase.CitySeparations;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeparationTest {

    private static final List<Post> POSTS = List.of(Post.values());

    private final GivenStaff given = new GivenStaff();
    private final CitySeparations separations = given.bean(CitySeparations.class);

    @Test
    void noAdministratorIsAnotherAdministratorOrWorksInTheBusiness() {
        var administrators =
                EnumSet.of(
                        Post.SYSTEM_ADMINISTRATOR,
                        Post.SECURITY_ADMINISTRATOR,
                        Post.AUDIT_ADMINISTRATOR);
        for (Post one : administrators) {
            for (Post other : Post.values()) {
                boolean together = one == other || other == Post.CITIZEN;
                assertThat(separations.findExclusive(EnumSet.of(one, other)).isEmpty())
                        .as("%s and %s", one, other)
                        .isEqualTo(together);
            }
        }
    }

    @Test
    void thePartsOfOneMatterAreDifferentPeople() {
        assertThat(separations.isApart(Part.FINDER, Part.CHECKER)).isTrue();
        assertThat(separations.isApart(Part.CHECKER, Part.HANDLER)).isTrue();
        assertThat(separations.isApart(Part.HANDLER, Part.FINDER)).isTrue();
        assertThat(separations.isApart(Part.SCORED, Part.SCORER)).isTrue();
        assertThat(separations.isApart(Part.DECIDER, Part.APPELLANT)).isTrue();
        assertThat(separations.isApart(Part.FINDER, Part.SCORER)).isFalse();
        assertThat(separations.isApart(Part.FINDER, Part.FINDER)).isFalse();
    }

    @Test
    void everyRuleSaysWhatItKeepsApart() {
        var codes = new HashSet<String>();
        assertThat(separations.listSeparations())
                .hasSizeGreaterThan(10)
                .allSatisfy(rule -> {
                    assertThat(rule.first()).isNotEmpty();
                    assertThat(rule.second()).isNotEmpty();
                    assertThat(rule.words().zh()).isNotBlank();
                    assertThat(rule.words().en()).isNotBlank();
                    assertThat(rule.enforced()).isTrue();
                    assertThat(codes.add(rule.code())).isTrue();
                });
    }

    @Test
    void theCitySetsOnlyWhatIsItsToSet() {
        Refused.with(
                "people.fixed-separation",
                () -> separations.set("administrators-apart", false, "few people", "sec"));
        Refused.with(
                "people.unknown-separation",
                () -> separations.set("x", false, "few people", "sec"));
        Refused.with(
                "people.missing-reason", () -> separations.set("centres-apart", false, " ", "sec"));
        given.person("li", "SZ");
        given.post("li", Post.SHIFT_LEAD, "2024-01-01");
        Refused.with(
                "people.exclusive-posts", () -> given.post("li", Post.DISPATCHER, "2024-01-01"));
        assertThat(separations.set("centres-apart", false, "one centre", "sec").enforced())
                .isFalse();
        given.post("li", Post.DISPATCHER, "2024-01-01");
        assertThat(given.postsToday("li")).contains(Post.DISPATCHER, Post.SHIFT_LEAD);
    }

    @Test
    void aRuleIsNotSetOnWhileSomebodyBreaksIt() {
        separations.set("centres-apart", false, "one centre", "sec");
        given.person("li", "SZ");
        given.post("li", Post.SHIFT_LEAD, "2024-01-01");
        var both = given.post("li", Post.DISPATCHER, "2024-01-01");
        given.person("wang", "SZ");
        given.post("wang", Post.SHIFT_LEAD, "2024-01-01/2026-08-31");
        given.post("wang", Post.DISPATCHER, "2024-01-01");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> separations.set("centres-apart", true, "two centres", "sec"))
                .withMessageStartingWith("people.separation-broken")
                .withMessageContaining("(1)")
                .withMessageContaining("名li li");
        assertThat(separations.findExclusive(Set.of(Post.SHIFT_LEAD, Post.DISPATCHER))).isEmpty();
        given.staff().endPosting(both.id(), TODAY.minusDays(1), "two centres");
        assertThat(separations.set("centres-apart", true, "two centres", "sec").enforced())
                .isTrue();
        assertThat(separations.findExclusive(Set.of(Post.SHIFT_LEAD, Post.DISPATCHER)))
                .map(Separation::code)
                .contains("centres-apart");
    }

    /// Whatever is asked for in whatever order, on no day does anybody hold what is kept apart.
    @Test
    void noRosterEverBreaksARule() {
        var random = new Random(20_260_901);
        int passed = 0;
        for (int number = 0; number < 20; number++) {
            given.person("p" + number, "SZ");
        }
        for (int tries = 0; tries < 1_200; tries++) {
            passed += triesToPost("p" + random.nextInt(20), random) ? 1 : 0;
        }
        assertThat(passed).isBetween(100, 1_100);
        for (int number = 0; number < 20; number++) {
            assertNothingBroken("p" + number);
        }
    }

    private boolean triesToPost(String staffNo, Random random) {
        var first = BEGINNING.plusDays(random.nextInt(400));
        var last = first.plusDays(random.nextInt(60));
        try {
            given.post(staffNo, POSTS.get(random.nextInt(POSTS.size())), first + "/" + last);
            return true;
        } catch (RefusedException e) {
            assertThat(e.refusal().code())
                    .isIn(
                            "people.exclusive-posts",
                            "people.overlapping-posting",
                            "people.no-certificate");
            return false;
        }
    }

    private void assertNothingBroken(String staffNo) {
        var postings = given.bean(city.gewu.people.store.PostingStore.class);
        var id = given.staff().findPerson(staffNo).orElseThrow().id();
        for (LocalDate day = BEGINNING; day.isBefore(BEGINNING.plusDays(460)); ) {
            var posts = EnumSet.noneOf(Post.class);
            postings.listMandates(id, day).forEach(mandate -> posts.add(mandate.post()));
            for (var rule : separations.listSeparations()) {
                if (rule.kind() == Kind.POSTS) {
                    assertThat(posts)
                            .as("%s on %s under %s", staffNo, day, rule.code())
                            .allSatisfy(one ->
                                    assertThat(posts)
                                            .noneMatch(other ->
                                                    rule.separates(one.name(), other.name())));
                }
            }
            day = day.plusDays(1);
        }
    }
}
