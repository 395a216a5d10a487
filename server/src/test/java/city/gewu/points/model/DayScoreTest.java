package city.gewu.points.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.points.model.Booking.Booked;
import city.gewu.points.model.Booking.NewEntry;
import city.gewu.points.model.DayScore.Rulings;
import city.gewu.points.model.Deed.About;
import city.gewu.points.model.Deed.Kind;
import city.gewu.points.model.Due.EntryKey;
import city.gewu.points.model.Due.Note;
import city.gewu.points.model.Rule.Cap;
import city.gewu.points.model.Rule.Only;
import city.gewu.points.model.Rule.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// What a day comes to, and how the ledger gets there.
class DayScoreTest {

    private static final Instant MORNING = Instant.parse("2026-09-01T00:00:00Z");
    private static final Named WORDS = new Named("甲", "A");
    private static final Only ALL =
            new Only(List.of(), List.of(), List.of(), Duration.ofMinutes(60), 30, 30, false);
    private static final RuleBook BOOK =
            new RuleBook(
                    "1",
                    LocalDate.of(2026, 1, 1),
                    WORDS,
                    List.of(Post.SUPERVISOR),
                    4,
                    List.of(
                            rule("valid", When.REPORT_FILED, 100, new Cap(2000, 500)),
                            new Rule(
                                    "hazard",
                                    When.REPORT_FILED,
                                    WORDS,
                                    500,
                                    Cap.NONE,
                                    new Only(
                                            List.of("C01*/1"),
                                            List.of(),
                                            List.of(),
                                            Duration.ZERO,
                                            0,
                                            0,
                                            false)),
                            rule("fixed", When.REPORT_FIXED, 200, Cap.NONE),
                            rule("in-time", When.LOOKED_IN_TIME, 50, Cap.NONE),
                            rule("late", When.LOOKED_LATE, -100, Cap.NONE),
                            rule("off", When.OFF_GROUND, -200, Cap.NONE),
                            rule("false", When.FALSIFIED, -2000, Cap.NONE)));

    private static Rule rule(String code, When when, int amount, Cap cap) {
        return new Rule(code, when, WORDS, amount, cap, ALL);
    }

    private static Deed report(int number, String category) {
        return Deed.of(
                Kind.REPORT_FILED,
                "li",
                MORNING.plusSeconds(number % 7),
                "case/" + number,
                new About(number, "No" + number, category, "1", "SUPERVISOR", ""),
                OptionalDouble.empty());
    }

    private static int sum(List<Due> dues) {
        return dues.stream().mapToInt(Due::amount).sum();
    }

    @Test
    void theSixthReportOfAMinorAndTheTwentyFirstOfADayEarnNothing() {
        var deeds = new ArrayList<Deed>();
        for (int i = 0; i < 30; i++) {
            deeds.add(report(i, "E" + i % 5));
        }
        var dues = DayScore.score(BOOK, deeds.subList(0, 6), Rulings.NONE);
        assertThat(sum(dues)).isEqualTo(600);
        assertThat(sum(DayScore.score(BOOK, deeds, Rulings.NONE))).isEqualTo(2000);
        var same = deeds.stream().map(deed -> report(number(deed), "E0")).toList();
        var capped = DayScore.score(BOOK, same, Rulings.NONE);
        assertThat(sum(capped)).isEqualTo(500);
        assertThat(capped.stream().filter(due -> due.note() == Note.MINOR_CAP)).hasSize(25);
    }

    private static int number(Deed deed) {
        return Integer.parseInt(deed.cause().substring("case/".length()));
    }

    @Test
    void aHazardEarnsItsOwnBesideTheReportAndOnlyUnderItsCondition() {
        assertThat(sum(DayScore.score(BOOK, List.of(report(1, "C0101")), Rulings.NONE)))
                .isEqualTo(600);
        assertThat(sum(DayScore.score(BOOK, List.of(report(1, "C0201")), Rulings.NONE)))
                .isEqualTo(100);
    }

    @Test
    void aPairOfPhotosCountsUpToThirtyMetresApartAndNotAtUnknownPlacesUnlessTheRuleSaysSo() {
        assertThat(sum(DayScore.score(BOOK, List.of(fixed(30)), Rulings.NONE))).isEqualTo(200);
        assertThat(sum(DayScore.score(BOOK, List.of(fixed(30.1)), Rulings.NONE))).isZero();
        var unknown = Deed.of(Kind.REPORT_FIXED, "li", MORNING, "case/1", OptionalDouble.empty());
        assertThat(DayScore.score(BOOK, List.of(unknown), Rulings.NONE)).isEmpty();
    }

    private static Deed fixed(double metres) {
        return Deed.of(Kind.REPORT_FIXED, "li", MORNING, "case/1", OptionalDouble.of(metres));
    }

    @Test
    void aLookIsInTimeUntilTheLastSecondOfItsTimeAndLateAfterwards() {
        assertThat(sum(DayScore.score(BOOK, List.of(look(3600)), Rulings.NONE))).isEqualTo(50);
        assertThat(sum(DayScore.score(BOOK, List.of(look(3601)), Rulings.NONE))).isEqualTo(-100);
    }

    private static Deed look(int seconds) {
        return new Deed(
                Kind.LOOKED,
                "li",
                MORNING.plusSeconds(seconds),
                "look/1/3",
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.of(MORNING),
                Optional.empty());
    }

    @Test
    void halfAnHourOffTheGroundIsForgiven() {
        assertThat(DayScore.score(BOOK, List.of(off(30)), Rulings.NONE)).isEmpty();
        assertThat(sum(DayScore.score(BOOK, List.of(off(31)), Rulings.NONE))).isEqualTo(-200);
    }

    private static Deed off(double minutes) {
        return Deed.of(Kind.OFF_GROUND, "li", MORNING, "turn/1/1", OptionalDouble.of(minutes));
    }

    @Test
    void aProvenFalsificationCancelsWhatTheCaseEarnedAndMakesRoomUnderTheCap() {
        var deeds = new ArrayList<Deed>();
        for (int i = 0; i < 6; i++) {
            deeds.add(report(i, "E0"));
        }
        var proven = new Rulings(Set.of(), Set.of(Rulings.falsified("li", 0)));
        var dues = DayScore.score(BOOK, deeds, proven);
        assertThat(sum(dues)).isEqualTo(500);
        assertThat(dues.getFirst().note()).isEqualTo(Note.FALSIFIED);
        assertThat(dues.stream().filter(due -> due.amount() == 100)).hasSize(5);
    }

    /// Whatever order deeds become known in, and however often the day is computed on the way, the
    /// ledger ends with what the whole day comes to, and never loses an entry.
    @Property(tries = 200)
    void theOrderOfArrivalChangesNothing(
            @ForAll @IntRange(min = 1, max = 40) int reports, @ForAll long seed) {
        var random = new Random(seed);
        var deeds = new ArrayList<Deed>();
        for (int i = 0; i < reports; i++) {
            deeds.add(report(i, "E" + random.nextInt(5)));
        }
        var whole = DayScore.score(BOOK, deeds, Rulings.NONE);
        var arrived = new ArrayList<>(deeds);
        Collections.shuffle(arrived, random);
        var ledger = new Ledger();
        for (int known = 1; known <= arrived.size(); known += 1 + random.nextInt(4)) {
            ledger.book(DayScore.score(BOOK, arrived.subList(0, known), Rulings.NONE));
        }
        ledger.book(DayScore.score(BOOK, arrived, Rulings.NONE));
        assertThat(ledger.sum()).isEqualTo(sum(whole));
        for (var due : whole) {
            assertThat(ledger.net(due.key())).isEqualTo(due.amount());
        }
        int entries = ledger.entries.size();
        ledger.book(DayScore.score(BOOK, deeds, Rulings.NONE));
        assertThat(ledger.entries).hasSize(entries);
    }

    @Test
    void whatIsNoLongerDueIsCounteredByAnEntryThatNamesTheOther() {
        var ledger = new Ledger();
        ledger.book(DayScore.score(BOOK, List.of(report(1, "E0")), Rulings.NONE));
        ledger.book(List.of());
        assertThat(ledger.entries).hasSize(2);
        assertThat(ledger.entries.getLast().reverses()).contains(1L);
        assertThat(ledger.entries.getLast().due().note()).isEqualTo(Note.NO_LONGER);
        ledger.book(DayScore.score(BOOK, List.of(report(1, "E0")), Rulings.NONE));
        assertThat(ledger.sum()).isEqualTo(100);
        assertThat(ledger.entries).extracting(NewEntry::turn).containsExactly(1, 2, 3);
    }

    @Test
    void aMonthIsSettledFromItsDayOnAndAVersionCountsFromItsOwn() {
        var month = YearMonth.of(2026, 8);
        assertThat(BOOK.isSettled(month, LocalDate.of(2026, 9, 3))).isFalse();
        assertThat(BOOK.isSettled(month, LocalDate.of(2026, 9, 4))).isTrue();
        var later = new RuleBook("2", LocalDate.of(2026, 9, 1), WORDS, List.of(), 4, List.of());
        var both = List.of(later, BOOK);
        assertThat(RuleBook.findInForce(both, LocalDate.of(2026, 8, 31))).contains(BOOK);
        assertThat(RuleBook.findInForce(both, LocalDate.of(2026, 9, 1))).contains(later);
        assertThat(RuleBook.findInForce(both, LocalDate.of(2025, 12, 31))).isEmpty();
    }

    /// What the database does, in memory.
    private static final class Ledger {

        private final List<NewEntry> entries = new ArrayList<>();

        void book(List<Due> dues) {
            Map<EntryKey, Booked> booked = new HashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                booked.put(
                        entry.due().key(),
                        new Booked(
                                entry.due(),
                                net(entry.due().key()),
                                entry.turn(),
                                entry.reverses().isPresent()
                                        ? Optional.empty()
                                        : Optional.of(i + 1L)));
            }
            entries.addAll(Booking.plan(dues, booked));
        }

        int net(EntryKey key) {
            return entries.stream()
                    .filter(entry -> entry.due().key().equals(key))
                    .mapToInt(entry -> entry.due().amount())
                    .sum();
        }

        int sum() {
            return entries.stream().mapToInt(entry -> entry.due().amount()).sum();
        }
    }
}
