package city.gewu.component.model;

import city.gewu.component.CityComponent;
import city.gewu.component.ComponentState;
import city.gewu.component.Components.RejectedComponent;
import city.gewu.territory.PointFile.Ground;
import city.gewu.territory.PointFile.Row;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads rows as components, and says why a row is none.
public final class RowCheck {

    private static final Pattern CODE = Pattern.compile("\\d{16}");
    private static final int CATEGORY_FROM = 6;
    private static final int CATEGORY_TO = 10;

    private final Known known;
    private final Set<String> seen = new HashSet<>();

    public RowCheck(Known known) {
        this.known = known;
    }

    /// What the city knows; answers for codes and for a point.
    public interface Known extends Ground {

        boolean hasComponentCategory(String code);

        boolean hasDepartment(String code);
    }

    /// Either a component, or why not.
    public sealed interface Verdict {

        record Taken(CityComponent component) implements Verdict {}

        record Refused(RejectedComponent why) implements Verdict {}
    }

    public Verdict check(Row row) {
        var fault = findFault(row);
        return fault.isPresent()
                ? new Verdict.Refused(
                        new RejectedComponent(
                                row.row(),
                                row.field("code"),
                                fault.get(),
                                row.field(fieldOf(fault.get()))))
                : new Verdict.Taken(component(row));
    }

    private Optional<String> findFault(Row row) {
        var code = row.field("code");
        var category = row.field("category");
        var department = row.field("department");
        if (!CODE.matcher(code).matches()) {
            return Optional.of("bad-code");
        }
        if (!known.hasComponentCategory(category)) {
            return Optional.of("unknown-category");
        }
        if (!code.substring(CATEGORY_FROM, CATEGORY_TO).equals(category.replaceAll("\\D", ""))) {
            return Optional.of("code-of-another-category");
        }
        if (!department.isEmpty() && !known.hasDepartment(department)) {
            return Optional.of("unknown-department");
        }
        if (findState(row).isEmpty()) {
            return Optional.of("bad-state");
        }
        if (!row.isOn(known)) {
            return Optional.of("bad-position");
        }
        return seen.add(code) ? Optional.empty() : Optional.of("twice-in-file");
    }

    private static String fieldOf(String fault) {
        return switch (fault) {
            case "unknown-category" -> "category";
            case "unknown-department" -> "department";
            case "bad-state" -> "state";
            case "bad-position" -> "longitude";
            default -> "code";
        };
    }

    private static Optional<ComponentState> findState(Row row) {
        var text = row.field("state");
        try {
            return Optional.of(
                    text.isEmpty()
                            ? ComponentState.IN_USE
                            : ComponentState.valueOf(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CityComponent component(Row row) {
        return new CityComponent(
                row.field("code"),
                row.field("category"),
                row.field("name"),
                row.field("department"),
                row.number("longitude"),
                row.number("latitude"),
                findState(row).orElseThrow());
    }
}
