package city.gewu.engagement.usecase;

import city.gewu.casework.ReportSource;
import city.gewu.casework.ReporterContact;
import city.gewu.engagement.model.PlainState;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Kind;
import city.gewu.engagement.model.SentReport.State;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.store.FollowedCaseStore;
import city.gewu.engagement.store.FollowedCaseStore.FollowedCase;
import city.gewu.engagement.store.RatingStore;
import city.gewu.engagement.store.RatingStore.Rating;
import city.gewu.engagement.store.ReportStore;
import city.gewu.platform.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks whether it is solved. A "no" is a new report at the same place, which names the case that
/// was closed, before the intake clerk.
@Component
public class RateReport {

    private static final Logger LOG = LoggerFactory.getLogger(RateReport.class);
    private static final String FLAG = "report.dissent";

    private final FollowReport following;
    private final FollowedCaseStore cases;
    private final ReportStore reports;
    private final ReportPlaces places;
    private final RatingStore ratings;
    private final TakeReport intake;
    private final SpamWatch watch;
    private final CategoryChoice categories;
    private final Clock clock;

    RateReport(
            FollowReport following,
            FollowedCaseStore cases,
            ReportStore reports,
            ReportPlaces places,
            RatingStore ratings,
            TakeReport intake,
            SpamWatch watch,
            CategoryChoice categories,
            Clock clock) {
        this.following = following;
        this.cases = cases;
        this.reports = reports;
        this.places = places;
        this.ratings = ratings;
        this.intake = intake;
        this.watch = watch;
        this.categories = categories;
        this.clock = clock;
    }

    /// Keeps the rating, once; the same again changes nothing. Refused with `engagement.not-over`
    /// before the case is closed, and with `engagement.rated-before` when another was given.
    ///
    /// @param stars 1 to 5
    public void rate(String code, boolean solved, int stars, String words) {
        var sent = following.getReport(code);
        intake.inTurn(sent.clientId(), () -> rate(sent, solved, stars, words.strip()));
    }

    private Rating rate(SentReport sent, boolean solved, int stars, String words) {
        var over = getSolved(sent);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fresh = new Rating(over.id(), solved, stars, words, now, OptionalLong.empty());
        ratings.add(sent.id(), fresh);
        var kept = ratings.find(sent.id()).orElseThrow();
        if (kept.solved() != solved || kept.stars() != stars || !kept.words().equals(words)) {
            throw new RefusedException(
                    "engagement.rated-before",
                    "The report was rated on (%s).".formatted(kept.at()),
                    "Report the problem again if it has come back.");
        }
        if (!solved && kept.dissent().isEmpty()) {
            lookAgain(sent, over, kept);
        }
        return kept;
    }

    private FollowedCase getSolved(SentReport sent) {
        var own =
                sent.caseId().isPresent()
                        ? cases.find(sent.caseId().getAsLong())
                        : Optional.<FollowedCase>empty();
        var lead =
                own.flatMap(one ->
                        one.mergedInto().isPresent()
                                ? cases.find(one.mergedInto().getAsLong())
                                : Optional.of(one));
        return lead.filter(one -> PlainState.of(one.state()) == PlainState.SOLVED)
                .orElseThrow(() ->
                        new RefusedException(
                                "engagement.not-over",
                                "The report is not closed yet.",
                                "Wait for the end; you are asked then."));
    }

    /// Its id comes from that of the report, so that a "no" that was cut off half way goes on where
    /// it was.
    private void lookAgain(SentReport sent, FollowedCase over, Rating rating) {
        var clientId =
                UUID.nameUUIDFromBytes(
                        ("dissent " + sent.clientId()).getBytes(StandardCharsets.UTF_8));
        var again =
                reports.findByClient(clientId)
                        .orElseGet(() -> arrive(sent, over, rating, clientId));
        if (again.state() == State.ARRIVING) {
            openOrHold(again);
        }
        ratings.link(sent.id(), again.id());
    }

    /// What a person wrote is weighed like any report. What cannot become a case waits for a clerk:
    /// a "no" is never lost.
    private void openOrHold(SentReport again) {
        var score = watch.score(again, reports.getMarks(again.id()), false);
        if (watch.holds(score)) {
            reports.hold(again.id(), score);
            return;
        }
        try {
            intake.open(
                    again,
                    new ReporterContact("", ""),
                    score,
                    TakeReport.citizen(ReportSource.CITIZEN_APP));
        } catch (RefusedException e) {
            LOG.warn(
                    "A report ({}) cannot become a case and is held: {}",
                    again.id(),
                    e.refusal().code());
            reports.hold(again.id(), score);
        }
    }

    private SentReport arrive(SentReport sent, FollowedCase over, Rating rating, UUID clientId) {
        var dissent =
                new SentReport(
                        0,
                        clientId,
                        reports.codeOf(clientId),
                        Kind.DISSENT,
                        State.ARRIVING,
                        OptionalLong.empty(),
                        ReportSource.CITIZEN_APP.name(),
                        new Words(
                                categories.inForce(over.category()),
                                "对案件 %s 的办理结果反馈：未解决。%s".formatted(over.number(), rating.words()),
                                over.address()),
                        over.position().or(sent::position),
                        List.of(),
                        List.of(FLAG),
                        true,
                        sent.language(),
                        sent.spam(),
                        rating.at(),
                        "");
        reports.add(dissent, reports.getMarks(sent.id()), places.of(dissent));
        return reports.findByClient(clientId).orElseThrow();
    }
}
