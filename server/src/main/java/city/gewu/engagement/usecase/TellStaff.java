package city.gewu.engagement.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.engagement.store.StaffNewsStore;
import city.gewu.engagement.store.StaffNewsStore.News;
import city.gewu.messaging.NewNotice;
import city.gewu.messaging.Notices;
import city.gewu.messaging.Recipient;
import city.gewu.people.Actor;
import city.gewu.people.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells who handles cases of a department what came to it: a dispatch, an urging, a supervision
/// order, a limit that has passed.
///
/// It reads the ledger a minute back each time, since entries of a group are recorded a little
/// before they are seen; the key of a notice keeps it one.
@Component
public class TellStaff {

    private static final Duration BACK = Duration.ofMinutes(1);

    private final StaffNewsStore news;
    private final People people;
    private final Notices notices;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellStaff(
            StaffNewsStore news,
            People people,
            Notices notices,
            Catalogue catalogue,
            TransactionTemplate transaction,
            Clock clock) {
        this.news = news;
        this.people = people;
        this.notices = notices;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Answers how many notices were queued. The first time it only remembers the moment: nobody
    /// wants to hear of last year.
    public int tell() {
        var now = clock.instant();
        var until = news.findUntil();
        if (until.isEmpty()) {
            news.saveUntil(now);
            return 0;
        }
        var wanted = notices(news.list(until.get().minus(BACK), now));
        Integer fresh =
                transaction.execute(_ -> {
                    int sent = notices.send(wanted);
                    news.saveUntil(latest(until.get(), now));
                    return sent;
                });
        return fresh == null ? 0 : fresh;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private List<NewNotice> notices(List<News> all) {
        var handlers = new HashMap<String, List<Actor>>();
        var wanted = new ArrayList<NewNotice>();
        for (var one : all) {
            for (var handler : handlers.computeIfAbsent(one.department(), people::listHandlers)) {
                wanted.add(notice(one, handler));
            }
        }
        return wanted;
    }

    private NewNotice notice(News one, Actor handler) {
        var name =
                catalogue
                        .findKnown(one.category())
                        .map(known -> known.name())
                        .orElse(FollowReport.UNKNOWN);
        return new NewNotice(
                new Recipient(Recipient.Kind.STAFF, handler.id()),
                topic(one.kind()),
                Map.of(
                        "number", one.number(),
                        "case", Long.toString(one.caseId()),
                        "category", name.zh(),
                        "category.en", name.en(),
                        "address", one.address()),
                "zh",
                "case/%d/%d/%s".formatted(one.caseId(), one.seq(), handler.id()));
    }

    private static String topic(String kind) {
        return switch (kind) {
            case "urged" -> "case-urged";
            case "supervision-ordered" -> "case-supervised";
            case "deadline-raised" -> "case-overdue";
            default -> "case-dispatched";
        };
    }
}
