package city.gewu.messaging.usecase;

import city.gewu.messaging.store.OldNotices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets notices: those that were read after a while, the others after long.
@Component
public class ForgetNotices {

    private static final int AT_ONCE = 5_000;

    private final OldNotices notices;
    private final Clock clock;
    private final Period keepRead;
    private final Period keepUnread;

    ForgetNotices(
            OldNotices notices,
            Clock clock,
            @Value("${gewu.notices.keep:180d}") Period keepRead,
            @Value("${gewu.notices.keep-unread:2y}") Period keepUnread) {
        this.notices = notices;
        this.clock = clock;
        this.keepRead = keepRead;
        this.keepUnread = keepUnread;
    }

    /// Answers how many.
    @Scheduled(cron = "0 11 4 * * *")
    public int forget() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var readBefore = today.minus(keepRead).atStartOfDay(ZoneOffset.UTC).toInstant();
        var before = today.minus(keepUnread).atStartOfDay(ZoneOffset.UTC).toInstant();
        int all = 0;
        int some;
        do {
            some = notices.delete(readBefore, before, AT_ONCE);
            all += some;
        } while (some == AT_ONCE);
        return all;
    }
}
