package city.gewu.engagement.usecase;

import city.gewu.engagement.model.PlainState;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Kind;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.model.SentReport.State;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.model.SpamScore;
import city.gewu.engagement.store.FollowedCaseStore;
import city.gewu.engagement.store.FollowedCaseStore.Box;
import city.gewu.engagement.store.FollowedCaseStore.FollowedCase;
import city.gewu.engagement.store.ReportStore;
import city.gewu.engine.spatial.GroundDistance;
import city.gewu.evidence.PublishedPhotos;
import city.gewu.evidence.PublishedPhotos.PublishedPhoto;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What others reported around here, and joining in: one problem, one clock, many who follow.
@Component
public class NearReports {

    /// What the bureau found or was told inside is on no public list, so nobody joins it either.
    private static final Set<String> INSIDE = Set.of("INTERNAL", "LEADER");

    private static final double FARTHEST_M = 2_000;
    private static final Duration SOLVED_LATELY = Duration.ofDays(14);
    private static final int MOST_READ = 100;
    private static final int MOST = 50;

    private final FollowedCaseStore cases;
    private final ReportStore reports;
    private final PublishedPhotos photos;
    private final Challenges challenges;
    private final FollowerContacts contacts;
    private final FollowReport following;
    private final TakeReport intake;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NearReports(
            FollowedCaseStore cases,
            ReportStore reports,
            PublishedPhotos photos,
            Challenges challenges,
            FollowerContacts contacts,
            FollowReport following,
            TakeReport intake,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.reports = reports;
        this.photos = photos;
        this.challenges = challenges;
        this.contacts = contacts;
        this.following = following;
        this.intake = intake;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A case that the city has accepted.
    ///
    /// @param photo name of a photo that anybody may see, or empty text
    public record NearReport(
            String number,
            Named category,
            PlainState state,
            Spot position,
            double metres,
            Instant reportedAt,
            boolean open,
            String photo) {}

    /// What one can still join in first, then what was solved lately, each the nearest first; at
    /// most fifty.
    public List<NearReport> list(Spot middle, double radiusM) {
        double radius = Math.clamp(radiusM, 1, FARTHEST_M);
        double up = GroundDistance.degreesUp(radius);
        double across = GroundDistance.degreesAcross(radius, middle.latitude());
        var box = new Box(middle, across, up);
        var found =
                cases.listNear(box, clock.instant().minus(SOLVED_LATELY), MOST_READ).stream()
                        .filter(one -> metres(one, middle) <= radius)
                        .sorted(
                                Comparator.comparing(
                                                (FollowedCase one) -> one.endedAt().isPresent())
                                        .thenComparingDouble(one -> metres(one, middle)))
                        .limit(MOST)
                        .toList();
        var shown = photos.listPublished(found.stream().map(FollowedCase::id).toList());
        return found.stream().map(one -> near(one, middle, shown)).toList();
    }

    private NearReport near(FollowedCase one, Spot middle, List<PublishedPhoto> shown) {
        var ofCase = shown.stream().filter(photo -> photo.caseId() == one.id()).toList();
        return new NearReport(
                one.number(),
                following.name(one.category()),
                PlainState.of(one.state()),
                one.position().orElse(middle),
                metres(one, middle),
                one.reportedAt(),
                one.endedAt().isEmpty(),
                FollowReport.named(ofCase, one.before()).stream().findFirst().orElse(""));
    }

    private static double metres(FollowedCase one, Spot middle) {
        var at = one.position().orElse(middle);
        return GroundDistance.metres(
                middle.longitude(), middle.latitude(), at.longitude(), at.latitude());
    }

    /// Who joins in, and with what.
    public record Joining(
            UUID clientId,
            UUID challenge,
            String nonce,
            FollowerContact contact,
            String language) {}

    /// Joins somebody in a case: a follow code of their own, and nothing new to handle. Refused
    /// like a report, with `engagement.no-case` when strangers may not know of the case, and with
    /// `engagement.case-over` when it has ended.
    public SentReport join(String number, Joining joining) {
        FollowerContacts.check(joining.contact());
        return intake.inTurn(
                joining.clientId(),
                () ->
                        reports.findByClient(joining.clientId())
                                .orElseGet(() -> joinNow(number, joining)));
    }

    private SentReport joinNow(String number, Joining joining) {
        var who = challenges.require(joining.challenge(), joining.nonce());
        var joined = getOpenCase(number);
        var sent =
                new SentReport(
                        0,
                        joining.clientId(),
                        reports.codeOf(joining.clientId()),
                        Kind.JOIN,
                        State.ARRIVING,
                        OptionalLong.empty(),
                        "CITIZEN_APP",
                        new Words(joined.category(), "", ""),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        true,
                        joining.language(),
                        new SpamScore(0, List.of()),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        "");
        transaction.executeWithoutResult(_ -> {
            challenges.spend(joining.challenge());
            long id =
                    reports.add(
                                    sent,
                                    new ReportStore.Marks(who.device(), who.network(), ""),
                                    List.of())
                            .orElseThrow();
            reports.take(id, joined.id(), sent.spam());
            contacts.keep(id, joining.contact());
        });
        return reports.findByClient(joining.clientId()).orElseThrow();
    }

    private FollowedCase getOpenCase(String number) {
        var found =
                cases.findByNumber(number)
                        .filter(one -> isKnown(one.state()) && !INSIDE.contains(one.source()))
                        .orElseThrow(() ->
                                new RefusedException(
                                        "engagement.no-case",
                                        "There is no case (%s) to join in.".formatted(number),
                                        "Choose one of those nearby, or report it yourself."));
        if (found.endedAt().isPresent()) {
            throw new RefusedException(
                    "engagement.case-over",
                    "The case (%s) is over.".formatted(number),
                    "Report the problem again if it is still there.");
        }
        return found;
    }

    private static boolean isKnown(String state) {
        return switch (state) {
            case "REPORTED",
                    "VERIFYING",
                    "MERGED",
                    "REFUSED_ACCEPTANCE",
                    "REFUSED_FILING",
                    "CANCELLED" ->
                    false;
            default -> true;
        };
    }
}
