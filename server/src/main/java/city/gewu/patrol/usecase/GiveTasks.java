package city.gewu.patrol.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.FieldCases;
import city.gewu.casework.FieldCases.FieldCase;
import city.gewu.patrol.model.BlindDraw;
import city.gewu.patrol.model.BlindDraw.Drawn;
import city.gewu.patrol.model.BlindDraw.LeftOut;
import city.gewu.patrol.model.BlindDraw.Looker;
import city.gewu.patrol.model.BlindDraw.Wanted;
import city.gewu.patrol.store.DrawStore;
import city.gewu.patrol.store.DrawStore.DrawRow;
import city.gewu.patrol.store.DrawStore.WaitingTask;
import city.gewu.patrol.store.RosterStore.Posted;
import city.gewu.people.Area;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Gives every case that waits for a look to somebody drawn for it. A round looks for cases without
/// a task, so nothing hangs on the moment of asking, and what nobody may have is tried again.
@Component
public class GiveTasks {

    private static final List<Post> LOOKING = List.of(Post.SUPERVISOR, Post.CHECKER);
    private static final int MOST = 200;

    /// Nobody tells a case of a result for so long and is alive.
    private static final Duration TELLING = Duration.ofMinutes(10);

    private final DrawStore draws;
    private final FieldCases cases;
    private final FieldPeople staff;
    private final People people;
    private final Territory territory;
    private final FieldSettings settings;
    private final TellDrawn news;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final RandomGenerator seeds = new SecureRandom();
    private final ReentrantLock giving = new ReentrantLock();

    GiveTasks(
            DrawStore draws,
            FieldCases cases,
            FieldPeople staff,
            People people,
            Territory territory,
            FieldSettings settings,
            TellDrawn news,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.draws = draws;
        this.cases = cases;
        this.staff = staff;
        this.people = people;
        this.territory = territory;
        this.settings = settings;
        this.news = news;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /// One round; answers how many tasks were given.
    public int give() {
        return give(true);
    }

    /// A round for what was asked lately; what nobody could have before goes on waiting.
    int giveNew() {
        return give(false);
    }

    private int give(boolean again) {
        giving.lock();
        try {
            return territory.findCity().isEmpty() ? 0 : giveNow(again, clock.instant());
        } finally {
            giving.unlock();
        }
    }

    private int giveNow(boolean again, Instant now) {
        draws.settleUntold(now.minus(TELLING));
        draws.endOvertaken();
        draws.endLate(now);
        draws.listUnasked(MOST).forEach(unasked -> draws.ask(unasked, now));
        var waiting = draws.listWaiting(again, MOST);
        if (waiting.isEmpty()) {
            return 0;
        }
        var draw = new BlindDraw(people::isUnder, settings.mostTasks());
        var roster = roster();
        int given = 0;
        for (var task : waiting) {
            var found = cases.findCase(new CaseId(task.caseId()));
            if (found.isPresent()) {
                var wanted = wanted(found.get(), task);
                var drawn = draw.draw(wanted, roster.values(), seeds.nextLong());
                given += settle(task, found.get(), drawn, roster, now) ? 1 : 0;
            }
        }
        return given;
    }

    private static Wanted wanted(FieldCase one, WaitingTask task) {
        return new Wanted(
                one.finder(),
                Set.of(one.handler()),
                Set.copyOf(one.departments()),
                one.lastChecker(),
                task.askedBefore(),
                one.places());
    }

    private boolean settle(
            WaitingTask task,
            FieldCase about,
            Drawn drawn,
            Map<String, Looker> roster,
            Instant now) {
        drawn.person()
                .ifPresentOrElse(
                        person -> {
                            give(task, about, row(task, drawn, person, now));
                            roster.computeIfPresent(person, (_, looker) -> looker.withOneMore());
                        },
                        () -> draws.keepWaiting(task.id(), why(drawn.leftOut()), now));
        return drawn.person().isPresent();
    }

    /// Another server may have given it at the same moment; then nobody is told by this one.
    private void give(WaitingTask task, FieldCase about, DrawRow row) {
        transaction.executeWithoutResult(_ -> {
            if (draws.give(task.id(), row, row.at().plus(settings.taskPatience()))) {
                news.tell(task, about, row.person());
            }
        });
    }

    private DrawRow row(WaitingTask task, Drawn drawn, String person, Instant now) {
        return new DrawRow(
                task.kind(),
                "",
                now,
                drawn.seed(),
                drawn.circle().map(Enum::name).orElse(""),
                drawn.candidates(),
                json.writeValueAsString(new TreeMap<>(drawn.leftOut())),
                person);
    }

    /// `finder:1 elsewhere:20`: why nobody could be drawn.
    private static String why(Map<LeftOut, Integer> leftOut) {
        var words = new ArrayList<String>();
        new TreeMap<>(leftOut)
                .forEach((reason, people) ->
                        words.add(
                                reason.name().replace('_', '-').toLowerCase(Locale.ROOT)
                                        + ":"
                                        + people));
        return words.isEmpty() ? "nobody-posted" : String.join(" ", words);
    }

    private Map<String, Looker> roster() {
        var areas = staff.areas();
        var inHand = draws.countInHand();
        var rows = new LinkedHashMap<String, List<Posted>>();
        for (var posted : staff.listPosted(List.of(Post.values()))) {
            rows.computeIfAbsent(posted.person(), _ -> new ArrayList<>()).add(posted);
        }
        var roster = new LinkedHashMap<String, Looker>();
        rows.forEach((person, postings) -> {
            var grounds = grounds(postings, areas);
            if (!grounds.isEmpty()) {
                roster.put(
                        person,
                        new Looker(
                                person,
                                departments(postings),
                                grounds,
                                postings.getFirst().onDuty(),
                                inHand.getOrDefault(person, 0)));
            }
        });
        return roster;
    }

    private static Set<String> departments(Collection<Posted> postings) {
        var departments = new HashSet<String>();
        for (var posted : postings) {
            departments.add(posted.serves());
            departments.add(posted.department());
        }
        return departments;
    }

    private List<Looker.Ground> grounds(List<Posted> postings, Function<Posted, Area> areas) {
        return postings.stream()
                .filter(posted -> LOOKING.stream().anyMatch(post -> is(posted, post)))
                .map(areas)
                .distinct()
                .map(area -> new Looker.Ground(area, places(area)))
                .toList();
    }

    private List<String> places(Area area) {
        return area.isCity()
                ? List.of()
                : territory
                        .findPlaceOf(area.level(), area.unit())
                        .map(Place::units)
                        .orElse(List.of());
    }

    private static boolean is(Posted posted, Post post) {
        return posted.post().equals(post.name());
    }
}
