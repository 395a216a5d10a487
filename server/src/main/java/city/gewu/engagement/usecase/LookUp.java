package city.gewu.engagement.usecase;

import city.gewu.engagement.store.LookupStore;
import city.gewu.engagement.store.ReportStore;
import city.gewu.engagement.usecase.FollowReport.Followed;
import city.gewu.messaging.Notices;
import city.gewu.platform.RefusedException;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.Asking;
import city.gewu.privacy.PhoneNumber;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds one's reports by phone, with a code that is sent to it. Whether the number is known is not
/// told: the answer is the same, and only who holds the phone gets further.
@Component
public class LookUp {

    private static final Logger LOG = LoggerFactory.getLogger(LookUp.class);

    private static final int MINUTES = 10;
    private static final int MOST_TRIES = 5;
    private static final int MOST_A_DAY = 5;
    private static final int MOST_REPORTS = 50;

    private final LookupStore lookups;
    private final ReportStore reports;
    private final FollowReport following;
    private final Challenges challenges;
    private final Notices notices;
    private final PersonalData data;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LookUp(
            LookupStore lookups,
            ReportStore reports,
            FollowReport following,
            Challenges challenges,
            Notices notices,
            PersonalData data,
            Clock clock) {
        this.lookups = lookups;
        this.reports = reports;
        this.following = following;
        this.challenges = challenges;
        this.notices = notices;
        this.data = data;
        this.clock = clock;
    }

    /// A code is on its way, if the number is known.
    public record Asked(UUID id, Instant expiresAt) {}

    /// Refused with the codes of the challenge, `engagement.bad-phone`,
    /// `engagement.too-many-codes`, and `messaging.sms-unavailable`.
    public Asked ask(String typed, UUID challenge, String nonce, String language) {
        var phone = number(typed);
        challenges.require(challenge, nonce);
        requireSms();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var mark = data.mark("lookup " + phone.digits());
        if (lookups.count(mark, now.minus(Duration.ofMinutes(1))) > 0
                || lookups.count(mark, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw new RefusedException(
                    "engagement.too-many-codes",
                    "A code was asked for this number just now, or too often today.",
                    "Wait a minute, or follow the report by its code.");
        }
        challenges.spend(challenge);
        var id = UUID.randomUUID();
        var code = "%06d".formatted(random.nextInt(1_000_000));
        var expires = now.plus(Duration.ofMinutes(MINUTES));
        lookups.add(id, new LookupStore.Marks(mark, codeMark(id, code)), now, expires);
        if (!subjects(phone).isEmpty()) {
            Thread.startVirtualThread(() -> send(phone, code, language));
        }
        return new Asked(id, expires);
    }

    /// Asked of every number alike, known or not: the answer must not tell which have reported.
    private void requireSms() {
        if (!notices.sendsCodes()) {
            throw new RefusedException(
                    "messaging.sms-unavailable",
                    "No message can be sent now.",
                    "Follow the report by its code, or call the hotline.");
        }
    }

    /// Beside the answer, so that neither its time nor its failure tells. The notice keeps its fate.
    private void send(PhoneNumber phone, String code, String language) {
        try {
            notices.sendCode(phone, code, MINUTES, language);
        } catch (RefusedException e) {
            LOG.warn("A code to look reports up was not sent: {}", e.getMessage());
        }
    }

    /// What somebody with this phone reported, the newest first; refused with
    /// `engagement.bad-code`.
    public List<Followed> answer(UUID id, String typed, String code) {
        var phone = number(typed);
        var now = clock.instant();
        var marks =
                new LookupStore.Marks(
                        data.mark("lookup " + phone.digits()), codeMark(id, code.strip()));
        if (!lookups.isRight(id, marks, MOST_TRIES, now)) {
            throw new RefusedException(
                    "engagement.bad-code",
                    "The code is not the one that was sent, or it has run out.",
                    "Look at the message again, or ask for another code.");
        }
        lookups.use(id, now);
        var ids = subjects(phone).stream().map(Long::valueOf).toList();
        return reports.list(ids).stream()
                .sorted(Comparator.comparing(sent -> sent.sentAt(), Comparator.reverseOrder()))
                .limit(MOST_REPORTS)
                .map(following::follow)
                .toList();
    }

    private List<String> subjects(PhoneNumber phone) {
        return data.listSubjects(
                DataKind.FOLLOWER,
                phone,
                new Asking("citizen:lookup", "somebody looks their own reports up", ""));
    }

    private String codeMark(UUID id, String code) {
        return data.mark("lookup %s %s".formatted(id, code));
    }

    private static PhoneNumber number(String typed) {
        return PhoneNumber.find(typed).orElseThrow(FollowerContacts::badPhone);
    }

    /// Forgets what nobody can use any more.
    void forgetOld() {
        lookups.forget(clock.instant().minus(Duration.ofDays(2)));
    }
}
