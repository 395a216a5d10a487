package city.gewu.patrol.usecase;

import city.gewu.casework.FieldCases;
import city.gewu.casework.FieldCases.FieldReport;
import city.gewu.casework.FieldCases.Found;
import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.component.Components;
import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.patrol.model.Fix;
import city.gewu.patrol.model.PhoneTime;
import city.gewu.patrol.store.FieldReportStore;
import city.gewu.patrol.store.FieldReportStore.Row;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.Attempt;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Takes in what somebody found or put right in the street (巡查上报、当场处置).
@Component
public class FieldReports {

    private final FieldCases cases;
    private final Evidence evidence;
    private final Components components;
    private final FieldReportStore reports;
    private final FieldGround ground;
    private final Clock clock;

    FieldReports(
            FieldCases cases,
            Evidence evidence,
            Components components,
            FieldReportStore reports,
            FieldGround ground,
            Clock clock) {
        this.cases = cases;
        this.evidence = evidence;
        this.components = components;
        this.reports = reports;
        this.ground = ground;
        this.clock = clock;
    }

    /// A report as the phone made it.
    ///
    /// @param component code of the component it is about, or empty text
    /// @param after photos after it was put right; none for a problem that is still there
    /// @param takenAt by the phone's clock, as is `sentAt`
    /// @param answers empty when nobody was asked
    public record Wish(
            UUID clientId,
            boolean onSpot,
            String category,
            Optional<String> condition,
            String description,
            Fix fix,
            String component,
            Instant takenAt,
            Instant sentAt,
            List<PhotoId> photos,
            List<PhotoId> after,
            Optional<Map<String, String>> answers) {}

    /// @param grid code of the finest unit the place lies in, or empty text
    public record Answer(FieldReport report, String grid) {}

    /// Keeps the report for good, once. Refused with `patrol.missing-photos` when a photo has not
    /// arrived, and as any report of a problem otherwise.
    public Answer report(Wish wish, Actor actor) {
        return reportAll(List.of(wish), actor).getFirst().orThrow();
    }

    /// Keeps several reports together, each as [#report] does; one that fails keeps no other back.
    public List<Attempt<Answer>> reportAll(List<Wish> wishes, Actor actor) {
        var checked = wishes.stream().map(wish -> Attempt.of(() -> check(wish))).toList();
        var found =
                checked.stream().flatMap(Attempt::stream).map(wish -> found(wish, actor)).toList();
        var now = clock.instant();
        var taken = cases.reportAll(found, actor).iterator();
        var rows = new ArrayList<Row>();
        var answers = new ArrayList<Attempt<Answer>>();
        for (var one : checked) {
            answers.add(
                    one.then(wish -> {
                        var report = taken.next().orThrow();
                        rows.add(row(wish, report, now, actor));
                        return new Answer(
                                report, new Place(report.places()).unit(ground.gridDepth()));
                    }));
        }
        reports.saveAll(rows);
        return answers;
    }

    private Wish check(Wish wish) {
        checkPhotos(wish);
        checkComponent(wish.component());
        return wish;
    }

    private static Row row(Wish wish, FieldReport report, Instant now, Actor actor) {
        var time = PhoneTime.of(wish.takenAt(), wish.sentAt(), now);
        return new Row(
                wish.clientId(),
                actor.id(),
                report.id().value(),
                wish.onSpot(),
                wish.takenAt(),
                wish.sentAt(),
                report.receivedAt(),
                time.skew().toMillis(),
                wish.fix(),
                wish.component());
    }

    private void checkPhotos(Wish wish) {
        if (wish.onSpot() && (wish.photos().isEmpty() || wish.after().isEmpty())) {
            throw new RefusedException(
                    "patrol.missing-photos",
                    "Photos before (%d) and after (%d): one of each is the least."
                            .formatted(wish.photos().size(), wish.after().size()),
                    "Take both photos, or report the problem as one that is still there.");
        }
        Stream.concat(wish.photos().stream(), wish.after().stream())
                .filter(photo -> evidence.findPhoto(photo).isEmpty())
                .findFirst()
                .ifPresent(photo -> {
                    throw missing(photo);
                });
    }

    static RefusedException missing(PhotoId photo) {
        return new RefusedException(
                "patrol.missing-photos",
                "The photo (%s) has not arrived.".formatted(photo.value()),
                "Upload the photo first, then send this again.");
    }

    private void checkComponent(String code) {
        if (!code.isEmpty() && components.findComponent(code).isEmpty()) {
            throw new RefusedException(
                    "patrol.unknown-component",
                    "No component has the code (%s).".formatted(code),
                    "Send it without the component, or load the components again.");
        }
    }

    private static Found found(Wish wish, Actor actor) {
        var problem =
                new Problem(
                        source(actor),
                        wish.category(),
                        wish.condition(),
                        wish.description(),
                        "",
                        Optional.of(new Position(wish.fix().longitude(), wish.fix().latitude())),
                        Optional.empty(),
                        wish.photos(),
                        List.of(),
                        wish.answers());
        return new Found(wish.clientId().toString(), problem, wish.after());
    }

    private static ReportSource source(Actor actor) {
        if (actor.holds(Post.SUPERVISOR)) {
            return ReportSource.SUPERVISOR;
        }
        return actor.holds(Post.CHECKER) ? ReportSource.INSPECTION : ReportSource.INTERNAL;
    }
}
