package city.gewu.casework.model;

import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is wrong with a duty list (责任清单校验), line by line. Pure.
public final class RoutingCheck {

    private final Set<String> beginnings;
    private final Predicate<String> departments;
    private final Predicate<String> units;

    /// @param categories codes of the minor categories in force
    /// @param departments whether a code is one of the city's departments, as `units` for units
    public RoutingCheck(
            List<String> categories, Predicate<String> departments, Predicate<String> units) {
        this.beginnings = new HashSet<>();
        for (var category : categories) {
            for (int length = 0; length <= category.length(); length++) {
                beginnings.add(category.substring(0, length));
            }
        }
        this.departments = departments;
        this.units = units;
    }

    /// @param part `rule` or `office`
    /// @param code `unknown-category`, `unknown-duty`, `unknown-unit`, `unknown-department`,
    ///   `twice` or `bad-name`
    /// @param value what was given
    public record Finding(String part, int line, String code, String value) {}

    public List<Finding> check(Routing routing) {
        var findings = new ArrayList<Finding>();
        var names = routing.offices().stream().map(Office::name).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (var rule : routing.rules()) {
            if (!seen.add(rule.category())) {
                findings.add(of(rule, "twice", rule.category()));
            } else if (!beginnings.contains(rule.category())) {
                findings.add(of(rule, "unknown-category", rule.category()));
            }
            if (!rule.duty().equals(Routing.OWNER)
                    && !names.contains(rule.duty())
                    && !departments.test(rule.duty())) {
                findings.add(of(rule, "unknown-duty", rule.duty()));
            }
        }
        checkOffices(routing.offices(), findings);
        return List.copyOf(findings);
    }

    private void checkOffices(List<Office> offices, List<Finding> findings) {
        var seen = new HashSet<List<String>>();
        for (var office : offices) {
            if (!seen.add(List.of(office.name(), office.unit()))) {
                findings.add(of(office, "twice", office.name() + " " + office.unit()));
            }
            if (office.name().isBlank()
                    || office.name().equals(Routing.OWNER)
                    || departments.test(office.name())) {
                findings.add(of(office, "bad-name", office.name()));
            }
            if (!units.test(office.unit())) {
                findings.add(of(office, "unknown-unit", office.unit()));
            }
            if (!departments.test(office.department())) {
                findings.add(of(office, "unknown-department", office.department()));
            }
        }
    }

    private static Finding of(Rule rule, String code, String value) {
        return new Finding("rule", rule.line(), code, value);
    }

    private static Finding of(Office office, String code, String value) {
        return new Finding("office", office.line(), code, value);
    }
}
