package city.gewu.engagement.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.engagement.store.FollowerStore;
import city.gewu.engagement.store.FollowerStore.Untold;
import city.gewu.messaging.NewNotice;
import city.gewu.messaging.Notices;
import city.gewu.messaging.Recipient;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who follow a case when it is filed and how it ends. It looks for those who were not
/// told, so that nothing hangs on the moment of the step.
@Component
public class TellFollowers {

    private static final int AT_ONCE = 200;

    private final FollowerStore followers;
    private final Notices notices;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;

    TellFollowers(
            FollowerStore followers,
            Notices notices,
            Catalogue catalogue,
            TransactionTemplate transaction) {
        this.followers = followers;
        this.notices = notices;
        this.catalogue = catalogue;
        this.transaction = transaction;
    }

    /// Answers how many notices were queued.
    public int tell() {
        var untold = followers.listUntold(AT_ONCE);
        if (untold.isEmpty()) {
            return 0;
        }
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
