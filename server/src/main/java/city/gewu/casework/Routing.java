package city.gewu.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who is to handle what, and where (处置责任清单): the longest beginning of a category's code that has a
/// duty decides; a duty names a department, the owner of the component, or an office that each unit
/// of the city has its own of. Pure.
///
/// @param rules at most one for each beginning of a code; the empty beginning holds for all
/// @param offices which department is a unit's office of a name
public record Routing(List<Rule> rules, List<Office> offices) {

    /// The duty that goes to whoever owns the component.
    public static final String OWNER = "owner";

    public Routing {
        rules = List.copyOf(rules);
        offices = List.copyOf(offices);
    }

    /// @param line in the file it came from, for people
    /// @param category beginning of a code
    /// @param duty code of a department, [#OWNER], or name of an office
    public record Rule(int line, String category, String duty) {}

    /// @param name such as `street` or `sanitation`
    /// @param unit code of a unit of any level
    public record Office(int line, String name, String unit, String department) {}

    /// What is asked: a category, the units of its place from the city down, and the owner of the
    /// component there, or empty text.
    public record Asked(String category, List<String> places, String owner) {}

    /// Why a department was proposed.
    public enum Ground {
        /// 部件权属
        OWNER,
        /// 责任清单
        RULE,
        /// 属地
        TERRITORY,
        /// 无规则
        NONE
    }

    /// A proposal and every rule that was looked at on the way.
    ///
    /// @param department empty text when no rule gave one
    /// @param passed rules that held for the category but gave nobody
    public record Route(String department, Ground ground, Optional<Rule> rule, List<Rule> passed) {

        public Route {
            passed = List.copyOf(passed);
        }
    }

    /// The list ready to be asked, many times.
    public Router router() {
        return new Router(this);
    }

    /// Asks a duty list.
    public static final class Router {

        private final Map<String, Rule> rules;
        private final Map<String, Map<String, String>> offices;

        private Router(Routing routing) {
            this.rules =
                    routing.rules.stream()
                            .collect(Collectors.toMap(Rule::category, Function.identity()));
            this.offices =
                    routing.offices.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Office::name,
                                            Collectors.toMap(Office::unit, Office::department)));
        }

        public Route route(Asked asked) {
            var passed = new ArrayList<Rule>();
            for (int length = asked.category().length(); length >= 0; length--) {
                var rule = rules.get(asked.category().substring(0, length));
                if (rule == null) {
                    continue;
                }
                var given = given(rule.duty(), asked);
                if (given.isPresent()) {
                    return given.get().by(rule, passed);
                }
                passed.add(rule);
            }
            return new Route("", Ground.NONE, Optional.empty(), passed);
        }

        private Optional<Given> given(String duty, Asked asked) {
            if (duty.equals(OWNER)) {
                return Optional.of(asked.owner())
                        .filter(owner -> !owner.isEmpty())
                        .map(owner -> new Given(owner, Ground.OWNER));
            }
            var byUnit = offices.get(duty);
            return byUnit == null
                    ? Optional.of(new Given(duty, Ground.RULE))
                    : nearest(byUnit, asked.places());
        }

        /// The office of the smallest unit that has one.
        private static Optional<Given> nearest(Map<String, String> byUnit, List<String> places) {
            return places.reversed().stream()
                    .map(byUnit::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(department -> new Given(department, Ground.TERRITORY));
        }
    }

    private record Given(String department, Ground ground) {

        Route by(Rule rule, List<Rule> passed) {
            return new Route(department, ground, Optional.of(rule), passed);
        }
    }
}
