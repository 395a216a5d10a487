package city.gewu.people;

import static city.gewu.people.GivenStaff.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.people.Staff.NewDeputy;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.Staff.NewPosting;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PostingTest {

    private final GivenStaff given = new GivenStaff();
    private final Staff staff = given.staff();

    @Test
    void aPostCountsFromItsFirstDayToItsLast() {
        given.person("li", "SZ");
        given.post("li", Post.SUPERVISOR, "2026-09-01/2026-09-01");
        given.post("li", Post.INTAKE_CLERK, "2024-01-01/2026-08-31");
        given.post("li", Post.ASSESSOR, "2026-09-02");
        assertThat(given.postsToday("li")).containsExactly(Post.SUPERVISOR);
    }

    @Test
    void aPostIsHeldInAUnitThatExists() {
        given.person("li", "SZ");
        var posting = given.postAt("li", Post.SUPERVISOR, "duty_grid", "G1", "2024-01-01");
        assertThat(posting.area()).isEqualTo(new Area("duty_grid", "G1", 4));
        assertThat(given.postAt("li", Post.SUPERVISOR, "city", "XY", "2024-01-01").area())
                .isEqualTo(Area.CITY);
        Refused.with(
                "people.unknown-unit",
                () -> given.postAt("li", Post.SUPERVISOR, "duty_grid", "G9", "2024-01-01"));
        Refused.with(
                "people.unknown-unit",
                () -> given.postAt("li", Post.SUPERVISOR, "duty_grid", "", "2024-01-01"));
        Refused.with(
                "people.unknown-level",
                () -> given.postAt("li", Post.SUPERVISOR, "ward", "1", "2024-01-01"));
        Refused.with(
                "people.unknown-level",
                () -> given.postAt("li", Post.SUPERVISOR, "", "G1", "2024-01-01"));
    }

    @Test
    void thePersonTheOrganisationAndTheDaysMustBeRight() {
        given.person("li", "SZ");
        Refused.with(
                "people.unknown-person", () -> given.post("nobody", Post.SUPERVISOR, "2024-01-01"));
        Refused.with(
                "people.unknown-department",
                () ->
                        staff.post(
                                new NewPosting(
                                        "li",
                                        Post.HANDLER,
                                        "nobody",
                                        "",
                                        "",
                                        TODAY,
                                        Optional.empty())));
        Refused.with(
                "people.bad-span",
                () -> given.post("li", Post.SUPERVISOR, "2024-01-02/2024-01-01"));
        Refused.with("people.bad-span", () -> given.post("li", Post.SUPERVISOR, "9999-01-01"));
    }

    @Test
    void theSamePostInTheSamePlaceDoesNotOverlapItself() {
        given.person("li", "SZ");
        var first = given.postAt("li", Post.SUPERVISOR, "duty_grid", "G1", "2024-01-01/2024-06-30");
        assertThat(given.postAt("li", Post.SUPERVISOR, "duty_grid", "G1", "2024-01-01/2024-06-30"))
                .isEqualTo(first);
        Refused.with(
                "people.overlapping-posting",
                () -> given.postAt("li", Post.SUPERVISOR, "duty_grid", "G1", "2024-06-30"));
        given.postAt("li", Post.SUPERVISOR, "duty_grid", "G1", "2024-07-01");
        given.postAt("li", Post.SUPERVISOR, "duty_grid", "G2", "2024-06-30");
    }

    @Test
    void nobodyHoldsTwoPostsThatAreKeptApart() {
        given.person("li", "SZ");
        given.post("li", Post.CHECKER, "2026-01-01/2026-12-31");
        Refused.with("people.exclusive-posts", () -> given.post("li", Post.HANDLER, "2026-12-31"));
        given.post("li", Post.HANDLER, "2027-01-01");
        given.person("admin", "SZ");
        given.post("admin", Post.SYSTEM_ADMINISTRATOR, "2024-01-01");
        for (Post post : Post.values()) {
            if (post != Post.CITIZEN && post != Post.SYSTEM_ADMINISTRATOR) {
                Refused.with(
                        "people.exclusive-posts", () -> given.post("admin", post, "2024-01-01"));
            }
        }
        assertThat(given.postsToday("admin")).containsExactly(Post.SYSTEM_ADMINISTRATOR);
    }

    @Test
    void ofTwoExclusivePostsGivenAtOnceOnlyOnePasses() throws Exception {
        for (int round = 0; round < 15; round++) {
            String staffNo = "p" + round;
            given.person(staffNo, "SZ");
            var gate = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var given = new ArrayList<Future<Boolean>>();
                for (var post : List.of(Post.CHECKER, Post.HANDLER)) {
                    given.add(pool.submit(() -> passes(staffNo, post, gate)));
                }
                assertThat(given.get(0).get() ^ given.get(1).get()).isTrue();
            }
            assertThat(given.postsToday(staffNo)).hasSize(1);
        }
    }

    private boolean passes(String staffNo, Post post, CyclicBarrier gate) throws Exception {
        gate.await();
        try {
            given.post(staffNo, post, "2024-01-01");
            return true;
        } catch (RefusedException e) {
            assertThat(e.refusal().code()).isEqualTo("people.exclusive-posts");
            return false;
        }
    }

    @Test
    void manyPostingsAreGivenAllOrNone() {
        given.person("li", "SZ");
        given.person("wang", "SZ");
        Refused.with(
                "people.exclusive-posts",
                () ->
                        staff.postAll(
                                List.of(
                                        GivenStaff.posting(
                                                "wang", Post.CHECKER, "", "", "2024-01-01"),
                                        GivenStaff.posting(
                                                "li", Post.CHECKER, "", "", "2024-01-01"),
                                        GivenStaff.posting(
                                                "li", Post.HANDLER, "", "", "2024-01-01"))));
        assertThat(given.postsToday("wang")).isEmpty();
    }

    @Test
    void whoLeftIsNotPostedAndActsNoMore() {
        staff.savePerson(
                new NewPerson(
                        "li",
                        "李",
                        "SZ",
                        Optional.of(LocalDate.of(2024, 1, 1)),
                        Optional.of(LocalDate.of(2026, 12, 31))));
        Refused.with("people.not-in-service", () -> given.post("li", Post.CHECKER, "2024-01-01"));
        Refused.with(
                "people.not-in-service",
                () -> given.post("li", Post.CHECKER, "2023-12-31/2024-12-31"));
        given.post("li", Post.CHECKER, "2024-01-01/2026-12-31");
        assertThat(given.postsToday("li")).containsExactly(Post.CHECKER);
        staff.savePerson(
                new NewPerson(
                        "li", "李", "SZ", Optional.empty(), Optional.of(LocalDate.of(2026, 8, 31))));
        assertThat(given.postsToday("li")).isEmpty();
        Refused.with(
                "people.bad-span",
                () ->
                        staff.savePerson(
                                new NewPerson(
                                        "li",
                                        "李",
                                        "SZ",
                                        Optional.of(LocalDate.of(2026, 9, 1)),
                                        Optional.of(LocalDate.of(2026, 8, 31)))));
    }

    @Test
    void anEnforcementOfficerHasACertificateOnEveryDay() {
        given.person("li", "DBZ");
        Refused.with(
                "people.no-certificate",
                () -> given.post("li", Post.ENFORCEMENT_OFFICER, "2025-01-01/2025-12-31"));
        given.certificate("li", "C1", "2022-01-01", "2026-12-31");
        Refused.with(
                "people.certificate-out-of-date",
                () -> given.post("li", Post.ENFORCEMENT_OFFICER, "2025-01-01"));
        Refused.with(
                "people.certificate-out-of-date",
                () -> given.post("li", Post.ENFORCEMENT_OFFICER, "2025-01-01/2027-01-01"));
        Refused.with(
                "people.certificate-out-of-date",
                () -> given.post("li", Post.ENFORCEMENT_OFFICER, "2021-12-31/2026-12-31"));
        // A renewal that leaves a day open does not count, one that follows does.
        given.certificate("li", "C2", "2027-01-02", "2031-12-31");
        Refused.with(
                "people.certificate-out-of-date",
                () -> given.post("li", Post.ENFORCEMENT_OFFICER, "2025-01-01/2028-12-31"));
        given.certificate("li", "C2", "2027-01-01", "2031-12-31");
        given.post("li", Post.ENFORCEMENT_OFFICER, "2025-01-01/2031-12-31");
        assertThat(given.postsToday("li")).containsExactly(Post.ENFORCEMENT_OFFICER);
        // Found later to have run out: the post gives nothing any more.
        given.certificate("li", "C1", "2022-01-01", "2026-08-31");
        assertThat(given.postsToday("li")).isEmpty();
    }

    @Test
    void aCertificateHasItsOwnNumberAndDays() {
        given.person("li", "DBZ");
        given.person("wang", "DBZ");
        given.certificate("li", "C1", "2022-01-01", "2026-12-31");
        Refused.with(
                "people.certificate-number-taken",
                () -> given.certificate("wang", "C1", "2022-01-01", "2026-12-31"));
        Refused.with(
                "people.bad-certificate",
                () -> given.certificate("wang", "C2", "2026-12-31", "2026-12-31"));
        Refused.with(
                "people.bad-certificate",
                () -> given.certificate("wang", " ", "2022-01-01", "2026-12-31"));
        Refused.with(
                "people.unknown-person",
                () -> given.certificate("nobody", "C2", "2022-01-01", "2026-12-31"));
    }

    @Test
    void aPostingIsEndedButNotProlonged() {
        given.person("li", "SZ");
        var posting = given.post("li", Post.CHECKER, "2024-01-01");
        Refused.with("people.missing-reason", () -> staff.endPosting(posting.id(), TODAY, " "));
        Refused.with(
                "people.bad-span",
                () -> staff.endPosting(posting.id(), LocalDate.of(2023, 12, 30), "moved"));
        Refused.with("people.unknown-posting", () -> staff.endPosting(4711, TODAY, "moved"));
        assertThat(staff.endPosting(posting.id(), TODAY.minusDays(1), "moved").lastDay())
                .contains(TODAY.minusDays(1));
        assertThat(given.postsToday("li")).isEmpty();
        Refused.with(
                "people.posting-ended", () -> staff.endPosting(posting.id(), TODAY, "moved back"));
        given.post("li", Post.HANDLER, "2026-09-01");
    }

    @Test
    void aPostingThatNeverBeganIsWithdrawn() {
        given.person("li", "SZ");
        var posting = given.post("li", Post.CHECKER, "2026-10-01");
        staff.endPosting(posting.id(), LocalDate.of(2026, 9, 30), "mistaken");
        given.post("li", Post.HANDLER, "2026-09-01");
        Refused.with(
                "people.bad-span", () -> given.post("li", Post.CHECKER, "2026-10-01/2026-09-30"));
    }

    @Test
    void aDeputyHoldsThePostForTheSpan() {
        given.person("li", "SZ");
        given.person("wang", "SZ");
        var principal = given.postAt("li", Post.SUPERVISOR, "duty_grid", "G1", "2024-01-01");
        var deputy = staff.nameDeputy(principal.id(), deputy("wang", "2026-09-01", "2026-09-14"));
        assertThat(deputy.area()).isEqualTo(principal.area());
        assertThat(deputy.deputyOf()).contains(principal.id());
        assertThat(given.postsToday("wang")).containsExactly(Post.SUPERVISOR);
        assertThat(given.postsToday("li")).containsExactly(Post.SUPERVISOR);
        assertThat(staff.nameDeputy(principal.id(), deputy("wang", "2026-09-01", "2026-09-14")))
                .isEqualTo(deputy);
    }

    @Test
    void aDeputyMustBeSomebodyElseWithinTheDaysOfThePosting() {
        given.person("li", "SZ");
        given.person("wang", "SZ");
        given.person("zhao", "SZ");
        var principal = given.post("li", Post.CHECKER, "2026-01-01/2026-12-31");
        Refused.with(
                "people.own-deputy",
                () -> staff.nameDeputy(principal.id(), deputy("li", "2026-09-01", "2026-09-14")));
        Refused.with(
                "people.bad-deputy-span",
                () -> staff.nameDeputy(principal.id(), deputy("wang", "2026-12-01", "2027-01-01")));
        Refused.with(
                "people.bad-span",
                () -> staff.nameDeputy(principal.id(), deputy("wang", "2026-09-14", "2026-09-01")));
        var deputy = staff.nameDeputy(principal.id(), deputy("wang", "2026-09-01", "2026-09-14"));
        Refused.with(
                "people.deputy-of-deputy",
                () -> staff.nameDeputy(deputy.id(), deputy("zhao", "2026-09-02", "2026-09-03")));
        given.post("zhao", Post.HANDLER, "2024-01-01");
        Refused.with(
                "people.exclusive-posts",
                () -> staff.nameDeputy(principal.id(), deputy("zhao", "2026-09-02", "2026-09-03")));
    }

    @Test
    void whenAPostingEndsItsDeputiesEndWithIt() {
        given.person("li", "SZ");
        given.person("wang", "SZ");
        given.person("zhao", "SZ");
        var principal = given.post("li", Post.CHECKER, "2024-01-01");
        staff.nameDeputy(principal.id(), deputy("wang", "2026-08-20", "2026-09-14"));
        staff.nameDeputy(principal.id(), deputy("zhao", "2026-09-01", "2026-09-14"));
        staff.endPosting(principal.id(), LocalDate.of(2026, 8, 31), "moved");
        assertThat(given.postsToday("wang")).isEmpty();
        assertThat(given.postsToday("zhao")).isEmpty();
        given.post("zhao", Post.HANDLER, "2026-09-01");
    }

    private static NewDeputy deputy(String staffNo, String firstDay, String lastDay) {
        return new NewDeputy(staffNo, LocalDate.parse(firstDay), LocalDate.parse(lastDay));
    }
}
