package city.gewu.points.usecase;

import city.gewu.points.model.Booking;
import city.gewu.points.model.DayScore;
import city.gewu.points.model.DayScore.Rulings;
import city.gewu.points.model.Deed;
import city.gewu.points.model.Deed.Kind;
import city.gewu.points.model.RuleBook;
import city.gewu.points.store.AdjustmentStore;
import city.gewu.points.store.DeedStore;
import city.gewu.points.store.DueDayStore;
import city.gewu.points.store.EntryStore;
import city.gewu.points.store.EntryStore.Page;
import city.gewu.points.store.NewsStore;
import city.gewu.points.store.PostedStore;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Books the points of the days that something became known of. A day is computed as a whole and
/// compared with the ledger, so that nothing hangs on the order or the number of the tellings.
@Component
public class BookPoints {

    /// Entries of a group are recorded a little before they are seen.
    private static final Duration BACK = Duration.ofMinutes(1);

    private static final int AT_ONCE = 31;

    private final RuleShelf rules;
    private final DueDayStore dueDays;
    private final NewsStore news;
    private final DeedStore deeds;
    private final PostedStore posted;
    private final EntryStore entries;
    private final AdjustmentStore adjustments;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BookPoints(
            RuleShelf rules,
            DueDayStore dueDays,
            NewsStore news,
            DeedStore deeds,
            PostedStore posted,
            EntryStore entries,
            AdjustmentStore adjustments,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock) {
        this.rules = rules;
        this.dueDays = dueDays;
        this.news = news;
        this.deeds = deeds;
        this.posted = posted;
        this.entries = entries;
        this.adjustments = adjustments;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// One round: what is new, and every day it touches; answers how many entries were booked.
    public int book() {
        if (territory.findCity().isEmpty() || rules.list().isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> hear(now));
        int booked = 0;
        var days = dueDays.list(AT_ONCE);
        while (!days.isEmpty()) {
            booked += book(days);
            days = dueDays.list(AT_ONCE);
        }
        return booked;
    }

    /// Computes these days now.
    int book(Collection<LocalDate> days) {
        int booked = 0;
        for (var day : days) {
            Integer fresh = transaction.execute(_ -> bookDay(day));
            booked += fresh == null ? 0 : fresh;
        }
        return booked;
    }

    private void hear(Instant now) {
        var zone = zone();
        var until = dueDays.findUntil().orElse(now);
        var today = LocalDate.ofInstant(now, zone);
        var days = new HashSet<>(news.listDays(until.minus(BACK), now, zone.getId()));
        if (!LocalDate.ofInstant(until, zone).equals(today) || !dueDays.wasBooked(today)) {
            days.add(today);
        }
        add(days);
        dueDays.saveUntil(now.isAfter(until) ? now : until);
    }

    /// Lets days be computed by the next round, and the first of their months with them, where the
    /// base of a month is booked.
    void add(Collection<LocalDate> days) {
        var all = new HashSet<>(days);
        days.forEach(day -> all.add(day.withDayOfMonth(1)));
        dueDays.add(all);
    }

    private int bookDay(LocalDate day) {
        dueDays.lock();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone());
        var book = rules.findInForce(day);
        dueDays.remove(day);
        if (book.isEmpty() || day.isAfter(today)) {
            return 0;
        }
        var found = listDeeds(day, today, book.get());
        var dues = DayScore.score(book.get(), found, rulings(day, found));
        var plan = Booking.plan(dues, entries.listBooked(day));
        boolean late = book.get().isSettled(YearMonth.from(day), today) && dueDays.wasBooked(day);
        entries.append(new Page(late ? today : day, day, book.get().version()), plan, now);
        dueDays.saveBooked(day, now);
        return plan.size();
    }

    private List<Deed> listDeeds(LocalDate day, LocalDate today, RuleBook book) {
        var from = day.atStartOfDay(zone()).toInstant();
        var until = day.plusDays(1).atStartOfDay(zone()).toInstant();
        var people = posted.listPeople(day, day, book.posts());
        var all = new ArrayList<Deed>();
        if (day.getDayOfMonth() == 1) {
            all.addAll(listMonths(YearMonth.from(day), today, from, book));
        }
        all.addAll(deeds.listReports(from, until, people));
        all.addAll(deeds.listMissed(from, until, people));
        all.addAll(deeds.listLooks(from, until, people));
        all.addAll(deeds.listTakenAway(from, until, people));
        all.addAll(deeds.listOffGround(from, until, people));
        all.addAll(adjustments.listProven(from, until));
        return all;
    }

    /// Everybody who was posted on a day of the month that has come.
    private List<Deed> listMonths(YearMonth month, LocalDate today, Instant at, RuleBook book) {
        var last = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        return posted.listPeople(month.atDay(1), last, book.posts()).stream()
                .map(person ->
                        Deed.of(
                                Kind.MONTH_BEGUN,
                                person,
                                at,
                                "month/" + month,
                                OptionalDouble.empty()))
                .toList();
    }

    private Rulings rulings(LocalDate day, List<Deed> found) {
        var cases =
                found.stream()
                        .flatMap(deed -> deed.about().stream())
                        .map(Deed.About::caseId)
                        .collect(Collectors.toSet());
        return new Rulings(
                adjustments.listWaived(day),
                adjustments.listFalsified(cases).stream()
                        .map(one -> Rulings.falsified(one.person(), one.caseId()))
                        .collect(Collectors.toSet()));
    }

    private ZoneId zone() {
        return territory.getCity().zone();
    }
}
