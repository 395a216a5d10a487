package city.gewu.engagement.usecase;

import city.gewu.engagement.model.PlainState;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.store.FollowedCaseStore;
import city.gewu.engagement.store.ShownCaseStore;
import city.gewu.engagement.usecase.FollowReport.Step;
import city.gewu.evidence.PublishedPhotos;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// One case as anybody may look at it: its clock, its steps in plain words, the photos that were
/// put out. Nothing about people, no address and no words that somebody wrote.
@Component
public class ShowCase {

    private final ShownCaseStore cases;
    private final FollowedCaseStore steps;
    private final PublishedPhotos photos;
    private final FollowReport following;

    ShowCase(
            ShownCaseStore cases,
            FollowedCaseStore steps,
            PublishedPhotos photos,
            FollowReport following) {
        this.cases = cases;
        this.steps = steps;
        this.photos = photos;
        this.following = following;
    }

    /// @param dueAt the due time that judges
    /// @param before names of photos that anybody may see, as `after`
    public record Shown(
            String number,
            Named category,
            PlainState state,
            Optional<Spot> position,
            Instant reportedAt,
            Optional<Instant> dispatchedAt,
            Optional<Instant> dueAt,
            Optional<Instant> closedAt,
            List<Step> steps,
            List<String> before,
            List<String> after) {}

    /// Refused with `engagement.unknown-case`.
    public Shown show(String number) {
        var found =
                cases.find(number)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "engagement.unknown-case",
                                        "There is no case (%s) that anybody may look at."
                                                .formatted(number),
                                        "Choose one that a published figure shows."));
        var shown = photos.listPublished(List.of(found.id()));
        return new Shown(
                found.number(),
                following.name(found.category()),
                PlainState.of(found.state()),
                found.position(),
                found.reportedAt(),
                found.dispatchedAt(),
                found.dueAt(),
                found.closedAt(),
                steps.listSteps(found.id()).stream().flatMap(ShowCase::plain).toList(),
                FollowReport.named(shown, found.before()),
                FollowReport.named(shown, found.after()));
    }

    private static Stream<Step> plain(FollowedCaseStore.Step step) {
        return PlainState.ofEvent(step.kind()).map(to -> FollowReport.step(step.at(), to)).stream();
    }
}
