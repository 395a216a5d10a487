package city.gewu.points.web;

import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.points.model.RuleBook;
import city.gewu.points.usecase.LedPeople;
import city.gewu.points.usecase.ReadPoints;
import city.gewu.points.usecase.ReadPoints.Group;
import city.gewu.points.usecase.ReadPoints.Ranked;
import city.gewu.points.usecase.RuleShelf;
import city.gewu.points.web.PointsBodies.StatementBody;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Points of the people one leads.
@RestController
@Needs(Right.READ_POINTS)
class PointsController {

    private final ReadPoints points;
    private final LedPeople led;
    private final RuleShelf rules;

    PointsController(ReadPoints points, LedPeople led, RuleShelf rules) {
        this.points = points;
        this.led = led;
        this.rules = rules;
    }

    /// @param units codes of the units the person is posted to; empty text for the whole city
    record RankedBody(
            int rank,
            String person,
            String name,
            List<String> teams,
            List<String> units,
            int amount) {

        static RankedBody of(Ranked one) {
            var postings = one.person().postings();
            return new RankedBody(
                    one.rank(),
                    one.person().person(),
                    one.person().name(),
                    postings.stream().map(at -> at.department()).distinct().toList(),
                    postings.stream().map(at -> at.unit()).distinct().toList(),
                    one.amount());
        }
    }

    /// @param mean of a person
    record GroupBody(String code, Named name, int people, int amount, int mean) {
        static GroupBody of(Group one) {
            return new GroupBody(one.code(), one.name(), one.people(), one.amount(), one.mean());
        }
    }

    record BoardBody(
            String month, List<RankedBody> people, List<GroupBody> teams, List<GroupBody> grids) {}

    /// @param month `2026-11`; that of today when it is absent
    @GetMapping("/api/points")
    BoardBody board(@RequestParam Optional<YearMonth> month, @SignedIn Actor actor) {
        var asked = month.orElse(YearMonth.from(led.today()));
        return new BoardBody(
                asked.toString(),
                points.rank(asked, actor).stream().map(RankedBody::of).toList(),
                points.listTeams(asked, actor).stream().map(GroupBody::of).toList(),
                points.listGrids(asked, actor).stream().map(GroupBody::of).toList());
    }

    record PersonBody(String person, String name, StatementBody points) {}

    @GetMapping("/api/points/people/{person}")
    PersonBody person(
            @PathVariable String person,
            @RequestParam Optional<YearMonth> month,
            @SignedIn Actor actor) {
        var today = led.today();
        var asked = month.orElse(YearMonth.from(today));
        var found = led.get(person, asked, actor);
        return new PersonBody(
                person,
                found.name(),
                StatementBody.of(
                        asked.toString(),
                        today,
                        rules.findInForce(asked.atEndOfMonth()).map(RuleBook::words).orElse(null),
                        points.of(person, asked, actor),
                        false));
    }
}
