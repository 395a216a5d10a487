package city.gewu.demo.story;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Arbitrate;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.FollowOn;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.casework.StoryOutcome.Added;
import city.gewu.catalogue.FilingCondition;
import city.gewu.demo.story.CaseTelling.Found;
import city.gewu.demo.story.Timeline.RanOut;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/// Tells the next stage of cases whose limit comes in stages (分阶段时限): a follow-on from the moment
/// the stage before was closed.
final class StageTelling {

    private final World world;
    private final Map<String, FilingCondition> conditions;
    private final Map<String, List<RanOut>> ranOut;
    private final Instant until;
    private final Map<String, Found> staged = new HashMap<>();

    /// @param conditions by `category/condition`
    /// @param ranOut takes the looks that were not had, by story
    /// @param until nothing is told of what comes after
    StageTelling(
            World world,
            Map<String, FilingCondition> conditions,
            Map<String, List<RanOut>> ranOut,
            Instant until) {
        this.world = world;
        this.ranOut = ranOut;
        this.conditions = conditions;
        this.until = until;
    }

    /// Remembers what a story is about, if a stage may follow it.
    void keep(String sourceId, Found found) {
        if (findNext(found).isPresent()) {
            staged.put(sourceId, found);
        }
    }

    private static String key(Found found, String condition) {
        return found.kind().category() + "/" + condition;
    }

    private Optional<FilingCondition> findNext(Found found) {
        return Optional.ofNullable(conditions.get(key(found, found.condition())))
                .flatMap(FilingCondition::then)
                .map(then -> conditions.get(key(found, then)));
    }

    /// Empty when the story has not been closed yet, or nothing follows.
    Optional<CaseStory> findNext(CaseStory before, Added added) {
        var found = staged.remove(before.sourceId());
        if (found == null) {
            return Optional.empty();
        }
        return findLast(before, step -> step.command() instanceof Close)
                .flatMap(closed ->
                        findNext(found).map(next -> tell(before, added, found, next, closed.at())));
    }

    private static Optional<Step> findLast(CaseStory story, Predicate<Step> wanted) {
        return story.steps().reversed().stream().filter(wanted).findFirst();
    }

    private CaseStory tell(
            CaseStory before, Added added, Found found, FilingCondition next, Instant at) {
        var about =
                new Found(
                        found.kind(),
                        next.code(),
                        next.limit(),
                        ReportSource.INTERNAL,
                        FollowOn.PLATFORM,
                        found.place(),
                        at);
        var id = FollowOn.originId(added.id());
        keep(id, about);
        var closed = Objects.requireNonNull(conditions.get(key(found, found.condition())));
        return new CaseStory(
                FollowOn.ORIGIN,
                id,
                before.where() + ", next stage",
                problem(before.problem(), next, FollowOn.words(added.caseNo(), closed, next)),
                FollowOn.PLATFORM,
                at,
                steps(id, about, department(before)));
    }

    private static Problem problem(Problem before, FilingCondition next, String words) {
        return new Problem(
                ReportSource.INTERNAL,
                before.category(),
                Optional.of(next.code()),
                words,
                before.address(),
                before.position(),
                before.declaredPlace(),
                List.of(),
                List.of());
    }

    private static String department(CaseStory story) {
        return story.steps().reversed().stream()
                .flatMap(step ->
                        switch (step.command()) {
                            case Dispatch(var department, _, _) -> Optional.of(department).stream();
                            case Arbitrate(var department, _, _) ->
                                    Optional.of(department).stream();
                            default -> Optional.<String>empty().stream();
                        })
                .findFirst()
                .orElseThrow();
    }

    private List<Step> steps(String id, Found about, String department) {
        var random = new Random(about.at().getEpochSecond() * 31 + about.condition().hashCode());
        var line = new Timeline(about.at(), random);
        var clock = world.worktime().start(about.at(), about.limit());
        var condition = Optional.of(about.condition());
        line.step(FollowOn.PLATFORM, new Accept())
                .step(FollowOn.PLATFORM, new File(about.kind().category(), condition))
                .step(FollowOn.PLATFORM, new Dispatch(department, List.of(), Optional.of(clock)));
        new HandlingTelling(world, random, line, about, clock).tell(department);
        ranOut.put(id, line.ranOut());
        return line.steps().stream().filter(step -> !step.at().isAfter(until)).toList();
    }
}
