package city.gewu.demo.usecase;

import city.gewu.casework.CaseStory;
import city.gewu.casework.Casework;
import city.gewu.casework.DutyList;
import city.gewu.casework.StoryOutcome.Added;
import city.gewu.casework.StoryOutcome.AlreadyThere;
import city.gewu.casework.StoryOutcome.Rejected;
import city.gewu.catalogue.Catalogue;
import city.gewu.demo.DemoCity;
import city.gewu.demo.DemoProgress;
import city.gewu.demo.DemoProgress.Stage;
import city.gewu.demo.DemoSummary;
import city.gewu.demo.DemoSummary.FollowCode;
import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.plan.CityPlanner;
import city.gewu.demo.plan.Landmarks;
import city.gewu.demo.store.DemoBuildStore;
import city.gewu.demo.store.DemoBuildStore.Build;
import city.gewu.demo.story.CitizenTelling;
import city.gewu.demo.story.Crew;
import city.gewu.demo.story.DayTelling;
import city.gewu.demo.story.DayTelling.Town;
import city.gewu.demo.story.Duties;
import city.gewu.demo.story.Fittings;
import city.gewu.demo.story.Rounds;
import city.gewu.patrol.Patrol;
import city.gewu.patrol.Patrol.Look;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.RefusedException;
import city.gewu.points.Points;
import city.gewu.signin.Accounts.OneTimePassword;
import city.gewu.territory.Territory;
import city.gewu.worktime.Worktime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Builds the demo city, and goes on where a build was cut off.
@Component
class BuildDemoCity implements DemoCity {

    private static final Logger log = LoggerFactory.getLogger(BuildDemoCity.class);

    /// Days before today of which the rounds of the supervisors are told.
    private static final int DAYS_WALKED = 2;

    private final DemoBuildStore builds;
    private final Settlement settlement;
    private final Muster muster;
    private final DutyList duties;
    private final Fittings fittings;
    private final SignInsFile signIns;
    private final Territory territory;
    private final Catalogue catalogue;
    private final Worktime worktime;
    private final Casework casework;
    private final Patrol patrol;
    private final Points points;
    private final TellMonths months;
    private final TellCitizens citizens;
    private final FollowCodesFile followCodes;
    private final PutOutPhotos photos;
    private final Clock clock;

    private record Told(int cases, int refused) {}

    BuildDemoCity(
            DemoBuildStore builds,
            Settlement settlement,
            Muster muster,
            DutyList duties,
            Fittings fittings,
            SignInsFile signIns,
            Territory territory,
            Catalogue catalogue,
            Worktime worktime,
            Casework casework,
            Patrol patrol,
            Points points,
            TellMonths months,
            TellCitizens citizens,
            FollowCodesFile followCodes,
            PutOutPhotos photos,
            Clock clock) {
        this.builds = builds;
        this.settlement = settlement;
        this.muster = muster;
        this.duties = duties;
        this.fittings = fittings;
        this.signIns = signIns;
        this.territory = territory;
        this.catalogue = catalogue;
        this.worktime = worktime;
        this.casework = casework;
        this.patrol = patrol;
        this.points = points;
        this.months = months;
        this.citizens = citizens;
        this.followCodes = followCodes;
        this.photos = photos;
        this.clock = clock;
    }

    @Override
    public DemoSummary build(int days, Consumer<DemoProgress> progress) {
        var build = begin(days);
        if (build.finished()) {
            return summary(List.of(), List.of(), new Told(0, 0));
        }
        try {
            return settle(build, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Build begin(int days) {
        var found = builds.findBuild();
        if (found.isPresent()) {
            return found.get();
        }
        territory
                .findCity()
                .ifPresent(city -> {
                    throw new RefusedException(
                            "demo.city-in-use",
                            "The data directory holds the city (%s), which is not the demo city."
                                    .formatted(city.name().en()),
                            "Name an empty folder with --data, or serve this city.");
                });
        Instant now = clock.instant();
        builds.insertBuild(now, days);
        return builds.findBuild().orElseThrow();
    }

    private DemoSummary settle(Build build, Consumer<DemoProgress> progress) throws IOException {
        var file = CityFile.read();
        var plan = CityPlanner.draw();
        var landmarks = Landmarks.of(plan);
        settlement.survey(file, plan, landmarks, progress);
        settlement.rules(file);
        muster.organise(file.departments(), plan);
        settlement.furnish(file, plan, landmarks);
        agreeDuties();
        var today = LocalDate.ofInstant(build.asOf(), file.city().zone());
        var passwords = muster.takeOn(LocalDate.parse(Settlement.FOUNDED), today, progress);
        var album = settlement.album(progress);
        var town =
                new Town(plan, landmarks, catalogue.listCategories(), fittings, file.city().zone());
        var crew = new Crew(muster.actors());
        var telling = new DayTelling(town, crew, album, worktime, build.asOf());
        var told = tell(build, telling, today, progress);
        var codes = citizens.tell(new CitizenTelling(town, crew, citizens, worktime, build.asOf()));
        walk(build, plan, today, file);
        patrol.findOffGround();
        points.bookDueDays();
        months.tell(
                new TellMonths.Told(
                        today.minusDays(build.days()), build.asOf(), file.city().zone()),
                muster.actors(),
                album.listAfter("site").getFirst());
        months.layDownSchemes(
                YearMonth.from(LocalDate.ofInstant(clock.instant(), file.city().zone())),
                muster.actors());
        var lead = muster.actors().stream().filter(it -> it.holds(Post.SHIFT_LEAD)).findFirst();
        photos.putOut(YearMonth.from(today.minusDays(build.days())), lead.orElseThrow());
        casework.sealFinishedDays();
        builds.saveFinished();
        return summary(passwords, codes, told);
    }

    /// The rounds of the last days. A build that was cut off walks them again, and they are the
    /// same.
    private void walk(Build build, CityPlan plan, LocalDate today, CityFile file) {
        var rounds = new Rounds(plan, file.city().zone(), build.asOf(), clock.instant());
        for (var supervisor : muster.actors()) {
            if (supervisor.holds(Post.SUPERVISOR)) {
                for (int back = Math.min(DAYS_WALKED, build.days()); back >= 0; back--) {
                    rounds.walk(supervisor, today.minusDays(back), patrol);
                }
            }
        }
    }

    private void agreeDuties() {
        if (duties.getRouting().rules().isEmpty()) {
            duties.putInForce(new Duties().routing(), 0, "首版处置责任清单", Actor.system("demo"));
        }
    }

    private Told tell(
            Build build, DayTelling telling, LocalDate today, Consumer<DemoProgress> progress) {
        var first = today.minusDays(build.days());
        var day = build.toldUntil().map(last -> last.plusDays(1)).orElse(first);
        var told = new Told(0, 0);
        while (!day.isAfter(today)) {
            told = tell(day, telling, told);
            builds.saveToldUntil(day);
            day = day.plusDays(1);
            int done = (int) (day.toEpochDay() - first.toEpochDay());
            progress.accept(new DemoProgress(Stage.CASES, done, build.days() + 1));
        }
        return told;
    }

    private Told tell(LocalDate day, DayTelling telling, Told before) {
        int cases = before.cases();
        int refused = before.refused();
        var stories = telling.tell(day);
        while (!stories.isEmpty()) {
            var following = new ArrayList<CaseStory>();
            var looks = new ArrayList<Look>();
            var outcomes = casework.append(stories);
            for (int i = 0; i < outcomes.size(); i++) {
                switch (outcomes.get(i)) {
                    case Added added -> {
                        cases++;
                        looks.addAll(telling.listLooks(stories.get(i), added));
                        telling.findNextStage(stories.get(i), added).ifPresent(following::add);
                    }
                    case AlreadyThere _ -> {}
                    case Rejected(var why) -> {
                        refused++;
                        log.warn("Demo story refused: {} {}", why.code(), why.detail());
                    }
                }
            }
            patrol.keepLooks(looks);
            stories = following;
        }
        return new Told(cases, refused);
    }

    private DemoSummary summary(
            List<OneTimePassword> passwords, List<FollowCode> codes, Told told) {
        return new DemoSummary(
                passwords,
                signIns.path(),
                codes,
                followCodes.path(),
                territory.listUnits("unit_grid").size(),
                told.cases(),
                told.refused());
    }
}
