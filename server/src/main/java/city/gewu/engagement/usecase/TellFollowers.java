package city.gewu.engagement.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.engagement.store.FollowerStore;
import city.gewu.engagement.store.FollowerStore.Untold;
import city.gewu.messaging.NewNotice;
import city.gewu.messaging.Notices;
import city.gewu.messaging.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who follow a case when it is filed and how it ends. It looks for those who were not
/// told, so that nothing hangs on the moment of the step: each round among those whose case moved
/// since the round before, and now and then among all. It reads the ledger a minute back each time,
/// since entries of a group are recorded a little before they are seen.
@Component
public class TellFollowers {

    private static final int AT_ONCE = 200;
    private static final Duration BACK = Duration.ofMinutes(1);

    private final FollowerStore followers;
    private final Notices notices;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Instant until;

    TellFollowers(
            FollowerStore followers,
            Notices notices,
            Catalogue catalogue,
            TransactionTemplate transaction,
            Clock clock) {
        this.followers = followers;
        this.notices = notices;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Tells those whose case moved since the round before; the first time, everybody. Answers how
    /// many notices were queued.
    public int tell() {
        var since = until;
        return since == null ? tellAll() : tell(Optional.of(since));
    }

    /// Tells everybody who was not told: also those whose step a round could not see, such as one
    /// of a long import or of a server whose clock is behind.
    public int tellAll() {
        return tell(Optional.empty());
    }

    private int tell(Optional<Instant> since) {
        var now = clock.instant();
        var untold =
                since.map(at -> followers.listUntoldSince(at.minus(BACK), AT_ONCE))
                        .orElseGet(() -> followers.listUntold(AT_ONCE));
        int sent = untold.isEmpty() ? 0 : tell(untold);
        if (untold.size() < AT_ONCE) {
            until = now;
        }
        return sent;
    }

    private int tell(List<Untold> untold) {
        var wanted = untold.stream().filter(Untold::wantsAnswer).map(this::notice).toList();
        transaction.executeWithoutResult(_ -> {
            notices.send(wanted);
            followers.markTold(untold);
        });
        return wanted.size();
    }

    private NewNotice notice(Untold one) {
        var name =
                catalogue
                        .findKnown(one.category())
                        .map(known -> known.name())
                        .orElse(FollowReport.UNKNOWN);
        return new NewNotice(
                new Recipient(Recipient.Kind.FOLLOWER, Long.toString(one.follower())),
                "report-" + one.milestone(),
                Map.of(
                        "number",
                        one.number(),
                        "category",
                        one.language().equals("en") ? name.en() : name.zh(),
                        "answer",
                        one.milestone().equals("refused") ? one.reason() : ""),
                one.language(),
                "report/%d/%s".formatted(one.report(), one.milestone()));
    }
}
