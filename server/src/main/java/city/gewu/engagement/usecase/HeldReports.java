package city.gewu.engagement.usecase;

import city.gewu.casework.ReportSource;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.State;
import city.gewu.engagement.store.HeldReportStore;
import city.gewu.engagement.store.ReportStore;
import city.gewu.engagement.store.SpamSignStore;
import city.gewu.engagement.store.SpamSignStore.BlockedWord;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reports that something speaks against, before a person who looks (疑似上报审看).
@Component
public class HeldReports {

    private static final int MOST = 200;
    private static final int MOST_WORDS = 2_000;
    private static final Set<String> KINDS =
            Set.of("advert", "gambling", "fraud", "abuse", "other");

    private final HeldReportStore held;
    private final ReportStore reports;
    private final SpamSignStore signs;
    private final FollowerContacts contacts;
    private final TakeReport intake;
    private final UploadTray tray;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HeldReports(
            HeldReportStore held,
            ReportStore reports,
            SpamSignStore signs,
            FollowerContacts contacts,
            TakeReport intake,
            UploadTray tray,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.reports = reports;
        this.signs = signs;
        this.contacts = contacts;
        this.intake = intake;
        this.tray = tray;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Those of the person's ground, the oldest first; what lies nowhere is for who sees the whole
    /// city.
    public List<SentReport> list(Actor actor) {
        return held.list(Scope.of(actor, people), MOST);
    }

    public SentReport get(long id, Actor actor) {
        return held.find(id, Scope.of(actor, people))
                .orElseThrow(() ->
                        new RefusedException(
                                "engagement.no-report",
                                "There is no report (%d) that waits for a look.".formatted(id),
                                "Load the list again."));
    }

    /// The report becomes a case, with whoever sent it. Refused with `engagement.decided-before`,
    /// and with the ledger's own code when it cannot become one.
    public SentReport release(long id, Actor actor) {
        var sent = get(id, actor);
        return intake.inTurn(sent.clientId(), () -> releaseNow(id, actor));
    }

    private SentReport releaseNow(long id, Actor actor) {
        var sent = mustWait(id, actor);
        var contact = contacts.open(sent, actor.id());
        intake.open(
                sent,
                contact,
                sent.spam(),
                TakeReport.citizen(ReportSource.valueOf(sent.source())));
        return get(id, actor);
    }

    /// The report does not become a case; it stays without its photos, with who decided and what
    /// its sender is told. Refused with `engagement.decided-before` and
    /// `engagement.missing-answer`.
    public SentReport refuse(long id, String answer, Actor actor) {
        if (answer.isBlank()) {
            throw new RefusedException(
                    "engagement.missing-answer",
                    "The sender is given no answer.",
                    "Write in a sentence why the report is not used.");
        }
        var sent = get(id, actor);
        return intake.inTurn(
                sent.clientId(),
                () -> {
                    mustWait(id, actor);
                    reports.decide(id, actor.id(), answer.strip(), true, clock.instant());
                    tray.drop(id);
                    return get(id, actor);
                });
    }

    private SentReport mustWait(long id, Actor actor) {
        var sent = get(id, actor);
        if (sent.state() != State.HELD) {
            throw new RefusedException(
                    "engagement.decided-before",
                    "Somebody has looked at the report (%d) already.".formatted(id),
                    "Load the list again.");
        }
        return sent;
    }

    public List<BlockedWord> listWords() {
        return signs.listWords();
    }

    /// Puts the list in place of the one before; refused with `engagement.bad-words`.
    public List<BlockedWord> replaceWords(List<BlockedWord> words) {
        boolean bad =
                words.size() > MOST_WORDS
                        || words.stream()
                                .anyMatch(
                                        one -> one.word().isBlank() || !KINDS.contains(one.kind()));
        if (bad) {
            throw new RefusedException(
                    "engagement.bad-words",
                    "The list (%d words) has an empty word, an unknown kind, or is too long."
                            .formatted(words.size()),
                    "Give each word a kind: advert, gambling, fraud, abuse or other.");
        }
        var plain =
                words.stream()
                        .map(one ->
                                new BlockedWord(
                                        one.word().strip().toLowerCase(Locale.ROOT), one.kind()))
                        .toList();
        transaction.executeWithoutResult(_ -> signs.replaceWords(plain));
        return signs.listWords();
    }
}
