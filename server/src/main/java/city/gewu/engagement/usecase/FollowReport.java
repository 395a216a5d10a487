package city.gewu.engagement.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.engagement.model.FollowCode;
import city.gewu.engagement.model.PlainState;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Kind;
import city.gewu.engagement.store.FollowedCaseStore;
import city.gewu.engagement.store.FollowedCaseStore.FollowedCase;
import city.gewu.engagement.store.RatingStore;
import city.gewu.engagement.store.RatingStore.Rating;
import city.gewu.engagement.store.ReportStore;
import city.gewu.evidence.PublishedPhotos;
import city.gewu.evidence.PublishedPhotos.PublishedPhoto;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Tells somebody who has a follow code how it stands.
@Component
public class FollowReport {

    static final Named UNKNOWN = new Named("城市管理问题", "A problem of the city");

    private static final Named MERGED =
            new Named("与同一问题的上报合并办理", "Handled together with another report of the same");
    private static final Named NOT_USED = new Named("未采用", "Not used");
    private static final Named DISSENT =
            new Named("反馈未解决，已重新交办复核", "You said it is not solved; it is looked at again");

    private final ReportStore reports;
    private final FollowedCaseStore cases;
    private final RatingStore ratings;
    private final PublishedPhotos photos;
    private final Catalogue catalogue;

    FollowReport(
            ReportStore reports,
            FollowedCaseStore cases,
            RatingStore ratings,
            PublishedPhotos photos,
            Catalogue catalogue) {
        this.reports = reports;
        this.cases = cases;
        this.ratings = ratings;
        this.photos = photos;
        this.catalogue = catalogue;
    }

    /// A line of the dated list.
    public record Step(Instant at, String code, Named words) {}

    /// How a report stands, without anything about people.
    ///
    /// @param number of the case; empty while there is none
    /// @param answer what the city answered, or empty text
    /// @param before names of photos that anybody may see, as `after`
    /// @param mayRate it is over, and was not rated yet
    public record Followed(
            String code,
            Kind kind,
            String number,
            PlainState state,
            Named category,
            Instant sentAt,
            List<Step> steps,
            String answer,
            List<String> before,
            List<String> after,
            boolean mayRate,
            Optional<Rating> rating) {}

    /// Refused with `engagement.not-found`.
    public SentReport getReport(String code) {
        return FollowCode.find(code)
                .flatMap(reports::findByCode)
                .orElseThrow(() ->
                        new RefusedException(
                                "engagement.not-found",
                                "There is no report with this code.",
                                "Look at the ten characters again; 0, 1, I, L, O and U are none of"
                                        + " them."));
    }

    public Followed follow(String code) {
        return follow(getReport(code));
    }

    public Followed follow(SentReport sent) {
        var own = findCase(sent);
        return own.isEmpty() ? unopened(sent) : opened(sent, own.get());
    }

    private Optional<FollowedCase> findCase(SentReport sent) {
        return sent.caseId().stream().mapToObj(cases::find).flatMap(Optional::stream).findFirst();
    }

    private Followed opened(SentReport sent, FollowedCase own) {
        var now = now(own);
        var steps = new ArrayList<>(steps(own, now));
        var rating = ratings.find(sent.id());
        var again = rating.flatMap(this::dissent);
        var reopened = again.flatMap(this::findCase);
        again.ifPresent(next -> steps.add(new Step(next.sentAt(), "dissent", DISSENT)));
        reopened.ifPresent(next -> steps.addAll(steps(next, now(next))));
        steps.addAll(nextStages(now));
        steps.sort(Comparator.comparing(Step::at));
        var last = reopened.map(this::now).orElse(now);
        var state =
                again.isPresent() && reopened.isEmpty()
                        ? PlainState.RECEIVED
                        : PlainState.of(last.state());
        var shown = photos.listPublished(ids(own, now));
        return new Followed(
                sent.code().shown(),
                sent.kind(),
                own.number(),
                state,
                name(now.category()),
                sent.sentAt(),
                List.copyOf(steps),
                state == PlainState.REFUSED ? last.reason() : "",
                named(shown, both(own.before(), now.before())),
                named(shown, now.after()),
                PlainState.of(now.state()) == PlainState.SOLVED && rating.isEmpty(),
                rating);
    }

    private Followed unopened(SentReport sent) {
        var steps = new ArrayList<Step>();
        steps.add(step(sent.sentAt(), PlainState.RECEIVED));
        boolean refused = sent.state() == SentReport.State.REFUSED;
        if (refused) {
            steps.add(new Step(sent.sentAt(), "not-used", NOT_USED));
        }
        return new Followed(
                sent.code().shown(),
                sent.kind(),
                "",
                refused ? PlainState.REFUSED : PlainState.WAITING_FOR_LOOK,
                name(sent.words().category()),
                sent.sentAt(),
                steps,
                sent.decision(),
                List.of(),
                List.of(),
                false,
                Optional.empty());
    }

    private Optional<SentReport> dissent(Rating rating) {
        return rating.dissent().isPresent()
                ? reports.find(rating.dissent().getAsLong())
                : Optional.empty();
    }

    /// Where the problem is handled: a copy is where its lead is.
    private FollowedCase now(FollowedCase own) {
        return own.mergedInto().isPresent()
                ? cases.find(own.mergedInto().getAsLong()).orElse(own)
                : own;
    }

    /// Where a limit comes in stages, the numbers under which it goes on. The report itself is over
    /// with its own case, and only about that one is the person asked.
    private List<Step> nextStages(FollowedCase closed) {
        return cases.listNextStages(closed.id()).stream()
                .map(stage ->
                        new Step(
                                stage.reportedAt(),
                                "next-stage",
                                new Named(
                                        "转入下一阶段，案件 %s".formatted(stage.number()),
                                        "Goes on with the next stage, case %s"
                                                .formatted(stage.number()))))
                .toList();
    }

    private List<Step> steps(FollowedCase own, FollowedCase now) {
        var steps = new ArrayList<Step>();
        var merged = Instant.MAX;
        for (var event : cases.listSteps(own.id())) {
            PlainState.ofEvent(event.kind()).ifPresent(to -> steps.add(step(event.at(), to)));
            if (event.kind().equals("merged")) {
                merged = event.at();
                steps.add(new Step(event.at(), "merged", MERGED));
            }
        }
        if (now.id() != own.id()) {
            for (var event : cases.listSteps(now.id())) {
                if (event.at().isAfter(merged)) {
                    PlainState.ofEvent(event.kind())
                            .ifPresent(to -> steps.add(step(event.at(), to)));
                }
            }
        }
        return steps;
    }

    static Step step(Instant at, PlainState state) {
        return new Step(at, state.code(), state.words());
    }

    public Named name(String category) {
        return catalogue.findKnown(category).map(MinorCategory::name).orElse(UNKNOWN);
    }

    private static List<Long> ids(FollowedCase own, FollowedCase now) {
        return own.id() == now.id() ? List.of(own.id()) : List.of(own.id(), now.id());
    }

    private static List<String> both(List<String> own, List<String> lead) {
        var all = new ArrayList<>(own);
        all.addAll(lead);
        return all;
    }

    static List<String> named(List<PublishedPhoto> shown, List<String> photos) {
        return shown.stream()
                .filter(one -> photos.contains(one.photo().value()))
                .map(PublishedPhoto::name)
                .distinct()
                .toList();
    }
}
