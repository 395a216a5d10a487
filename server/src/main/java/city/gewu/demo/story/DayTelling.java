package city.gewu.demo.story;

import city.gewu.casework.CaseStory;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.casework.StoryOutcome.Added;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.plan.Landmark;
import city.gewu.demo.story.CaseTelling.Found;
import city.gewu.demo.story.Timeline.RanOut;
import city.gewu.patrol.Patrol.Look;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.worktime.Worktime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Tells a day of the demo city: the same day always the same way.
public final class DayTelling {

    /// What the stories name as their source.
    public static final String ORIGIN = "demo";

    private static final long SEED = 420_800;
    private static final int PROBLEMS_A_DAY = 350;

    /// Share of problems put right on the spot.
    private static final double ON_THE_SPOT = 0.39;

    /// Most days that a case left lying goes back to.
    private static final int LEFT_LYING_DAYS = 4;

    private static final double LEFT_LYING = 0.10;

    private final World world;
    private final Whereabouts whereabouts;
    private final List<ProblemKind> kinds;
    private final Map<String, FilingCondition> conditions = new HashMap<>();
    private final Map<String, List<RanOut>> ranOut = new HashMap<>();
    private final StageTelling stages;
    private final Map<ReportSource, Double> sources = new LinkedHashMap<>();
    private final Fittings fittings;
    private final Instant until;
    private final ZoneId zone;
    private final double onSpotScale;

    /// @param until nothing is told of what comes after
    public DayTelling(Town town, Crew crew, PhotoAlbum album, Worktime worktime, Instant until) {
        this.zone = town.zone();
        this.world = World.of(crew, album, worktime, zone);
        this.whereabouts = new Whereabouts(town.plan(), town.landmarks());
        this.fittings = town.fittings();
        this.until = until;
        for (var category : town.categories()) {
            for (var condition : category.conditions()) {
                conditions.put(category.code() + "/" + condition.code(), condition);
            }
        }
        this.kinds =
                ProblemKind.list().stream()
                        .filter(kind -> conditions.containsKey(key(kind)))
                        .toList();
        this.stages = new StageTelling(world, conditions, ranOut, until);
        fillSources();
        double weights = kinds.stream().mapToDouble(ProblemKind::weight).sum();
        double onSpot = kinds.stream().mapToDouble(kind -> kind.weight() * kind.onSpot()).sum();
        double supervised =
                sources.getOrDefault(ReportSource.SUPERVISOR, 0.0)
                        / sources.values().stream().mapToDouble(share -> share).sum();
        this.onSpotScale = ON_THE_SPOT / (supervised * onSpot / weights);
    }

    /// What a day needs to know of the city.
    public record Town(
            CityPlan plan,
            List<Landmark> landmarks,
            List<MinorCategory> categories,
            Fittings fittings,
            ZoneId zone) {}

    private static String key(ProblemKind kind) {
        return kind.category() + "/" + kind.conditions().keySet().iterator().next();
    }

    private void fillSources() {
        sources.put(ReportSource.SUPERVISOR, 0.80);
        sources.put(ReportSource.HOTLINE, 0.055);
        sources.put(ReportSource.CITIZEN_APP, 0.045);
        sources.put(ReportSource.WECHAT, 0.025);
        sources.put(ReportSource.ORDER_12345, 0.03);
        sources.put(ReportSource.VIDEO, 0.025);
        sources.put(ReportSource.INSPECTION, 0.012);
        sources.put(ReportSource.MEDIA, 0.003);
        sources.put(ReportSource.LEADER, 0.005);
    }

    /// The stories of the day as far as they have come by now, in the order of their reports.
    public List<CaseStory> tell(LocalDate day) {
        var random = new Random(SEED * 31 + day.toEpochDay());
        int count = problems(day, random);
        Map<ProblemKind, Double> weights = new LinkedHashMap<>();
        kinds.forEach(kind -> weights.put(kind, kind.weightOn(day)));
        var stories = new ArrayList<CaseStory>();
        for (int number = 1; number <= count; number++) {
            findStory(day, number, Dice.pick(random, weights), new Random(random.nextLong()))
                    .ifPresent(stories::add);
        }
        stories.sort(Comparator.comparing(CaseStory::reportedAt));
        return stories;
    }

    /// The next stage of a story that has been added, as far as it has come by now; empty when the
    /// story is not closed or nothing follows it.
    public Optional<CaseStory> findNextStage(CaseStory before, Added added) {
        return stages.findNext(before, added);
    }

    /// The looks of a story that has been added, as far as they were answered.
    public List<Look> listLooks(CaseStory story, Added added) {
        var lapsed = ranOut.remove(story.sourceId());
        return Looks.list(story, added.id(), lapsed == null ? List.of() : lapsed);
    }

    private int problems(LocalDate day, Random random) {
        double week =
                switch (day.getDayOfWeek()) {
                    case MONDAY -> 1.12;
                    case TUESDAY -> 1.06;
                    case WEDNESDAY, THURSDAY, FRIDAY -> 1.02;
                    case SATURDAY -> 0.92;
                    case SUNDAY -> 0.84;
                };
        double rest = world.rota().workday(day) ? 1 : 0.97;
        return (int) Math.round(PROBLEMS_A_DAY * week * rest * Dice.between(random, 0.92, 1.08));
    }

    private Optional<CaseStory> findStory(
            LocalDate day, int number, ProblemKind kind, Random random) {
        var at = day.atStartOfDay(zone).toInstant().plusSeconds(kind.hours().second(random));
        if (at.isAfter(until)) {
            return Optional.empty();
        }
        var condition = kind.condition(random);
        var filed = conditions.get(kind.category() + "/" + condition);
        if (filed == null) {
            return Optional.empty();
        }
        var source = Dice.pick(random, sources);
        var place = at(whereabouts.find(random), kind);
        var reporter = reporter(source, place, random);
        var found = new Found(kind, condition, filed.limit(), source, reporter, place, at);
        boolean onSpot =
                source == ReportSource.SUPERVISOR
                        && Dice.chance(random, Math.min(0.97, kind.onSpot() * onSpotScale));
        var telling = new CaseTelling(world, random, found);
        var steps = onSpot ? telling.tellOnSpot() : telling.tell();
        var sourceId = "%s-%04d".formatted(day, number);
        stages.keep(sourceId, found);
        ranOut.put(sourceId, telling.ranOut());
        return Optional.of(
                new CaseStory(
                        ORIGIN,
                        sourceId,
                        "demo day %s, problem %d".formatted(day, number),
                        problem(found, random),
                        reporter,
                        at,
                        reached(steps, at, onSpot, random),
                        Callers.find(source, day, number)));
    }

    /// What belongs to somebody is found where it stands.
    private Whereabouts.Place at(Whereabouts.Place place, ProblemKind kind) {
        return world.duties().asksOwner(kind.category())
                ? fittings.findNear(kind.category(), place.position(), place.dutyGrid())
                        .map(place::at)
                        .orElse(place)
                : place;
    }

    private Actor reporter(ReportSource source, Whereabouts.Place place, Random random) {
        return switch (source) {
            case SUPERVISOR -> world.crew().supervisor(place.dutyGrid());
            case INSPECTION -> world.crew().one(Post.CHECKER, random);
            case HOTLINE,
                    ORDER_12345,
                    CITIZEN_APP,
                    WECHAT,
                    WEB,
                    MEDIA,
                    VIDEO,
                    LEADER,
                    SENSOR,
                    INTERNAL ->
                    world.crew().one(Post.INTAKE_CLERK, random);
        };
    }

    private Problem problem(Found found, Random random) {
        var place = found.place();
        var text =
                Dice.pick(random, found.kind().texts())
                        .replace("{at}", place.address())
                        .replace("{road}", place.road())
                        .replace("{mark}", place.mark())
                        .replace("{n}", Integer.toString(2 + random.nextInt(7)))
                        .replace("{m}", Integer.toString(5 + random.nextInt(40)));
        var photos = world.album().listBefore(found.kind().scene());
        boolean photographed =
                !photos.isEmpty()
                        && found.source() != ReportSource.HOTLINE
                        && found.source() != ReportSource.ORDER_12345;
        return new Problem(
                found.source(),
                found.kind().category(),
                Optional.of(found.condition()),
                text,
                place.address(),
                Optional.of(place.position()),
                Optional.empty(),
                photographed ? List.of(Dice.pick(random, photos)) : List.of(),
                List.of());
    }

    /// The steps up to now. Of the latest cases some are left lying, so that a desk has something
    /// in every state.
    private List<Step> reached(
            List<Step> steps, Instant reportedAt, boolean onSpot, Random random) {
        var told = steps.stream().filter(step -> !step.at().isAfter(until)).toList();
        boolean recent = reportedAt.isAfter(until.minusSeconds(LEFT_LYING_DAYS * 86_400L));
        return !onSpot && recent && Dice.chance(random, LEFT_LYING)
                ? told.subList(0, random.nextInt(told.size() + 1))
                : told;
    }
}
