package city.gewu.points.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.gewu.points.Points;
import city.gewu.points.store.DueDayStore;
import city.gewu.points.store.NewsStore;
import city.gewu.territory.Territory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The module's front door.
@Component
class PointsEntrance implements Points {

    private final RuleShelf rules;
    private final BookPoints booking;
    private final DueDayStore dueDays;
    private final NewsStore news;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PointsEntrance(
            RuleShelf rules,
            BookPoints booking,
            DueDayStore dueDays,
            NewsStore news,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock) {
        this.rules = rules;
        this.booking = booking;
        this.dueDays = dueDays;
        this.news = news;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void putInForce(String file, InputStream yaml, String by) {
        var content = read(yaml);
        transaction.executeWithoutResult(_ -> {
            rules.add(file, content, by).ifPresent(book -> recompute(book.from()));
        });
    }

    private static String read(InputStream yaml) {
        try {
            return new String(yaml.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every day from the first of the rules on; nobody has points of days before the city's first
    /// report.
    private void recompute(LocalDate from) {
        var zone = territory.getCity().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var first =
                news.findFirstReport()
                        .map(at -> LocalDate.ofInstant(at, zone))
                        .filter(day -> day.isAfter(from))
                        .orElse(from);
        if (news.findFirstReport().isPresent() && !first.isAfter(today)) {
            booking.add(first.datesUntil(today.plusDays(1)).toList());
        }
        if (dueDays.findUntil().isEmpty()) {
            dueDays.saveUntil(clock.instant());
        }
    }

    @Override
    public int bookDueDays() {
        return booking.book();
    }
}
