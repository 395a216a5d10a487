package city.gewu.people.model;

import city.gewu.people.Department;
import city.gewu.platform.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The organisations as they stand, and what would break their order.
public final class OrganisationTree {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 100;
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final Map<String, Department> byCode = new LinkedHashMap<>();
    private final Map<String, List<String>> below = new LinkedHashMap<>();

    public OrganisationTree(Collection<Department> departments) {
        departments.forEach(this::put);
    }

    public Optional<Department> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Collection<Department> list() {
        return byCode.values();
    }

    /// Puts an organisation where it says, checked or not.
    public void put(Department department) {
        var before = byCode.put(department.code(), department);
        if (before != null) {
            below.getOrDefault(before.parent(), new ArrayList<>()).remove(before.code());
        }
        below.computeIfAbsent(department.parent(), _ -> new ArrayList<>()).add(department.code());
    }

    /// Why this organisation may not be saved as it is.
    public Optional<Refusal> findRefusal(Department wanted) {
        return Stream.<java.util.function.Supplier<Optional<Refusal>>>of(
                        () -> badText(wanted), () -> badPlace(wanted), () -> badKind(wanted))
                .flatMap(rule -> rule.get().stream())
                .findFirst();
    }

    private static Optional<Refusal> badText(Department wanted) {
        boolean good =
                isText(wanted.code(), LONGEST_CODE)
                        && isText(wanted.name().zh(), LONGEST_NAME)
                        && isText(wanted.name().en(), LONGEST_NAME)
                        && OrganisationKind.findKind(wanted.kind()).isPresent();
        return good
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "people.bad-department",
                                "The organisation (%s) lacks a code, a name or a kind that is known (%s)."
                                        .formatted(wanted.code(), wanted.kind()),
                                "Fill in the code, both names, and one of the kinds (%s)."
                                        .formatted(String.join(", ", OrganisationKind.codes()))));
    }

    /// Whether it is text that people can read, of at most so many characters.
    static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && !UNREADABLE.matcher(text).find();
    }

    private Optional<Refusal> badPlace(Department wanted) {
        if (wanted.parent().isEmpty()) {
            return Optional.empty();
        }
        if (isBelowItself(wanted)) {
            return Optional.of(
                    new Refusal(
                            "people.circular-department",
                            "The organisation (%s) would stand under (%s) and so under itself."
                                    .formatted(wanted.code(), wanted.parent()),
                            "Choose an organisation above that does not stand under it."));
        }
        return byCode.containsKey(wanted.parent())
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "people.unknown-department",
                                "The organisation (%s), above (%s), is not known."
                                        .formatted(wanted.parent(), wanted.code()),
                                "Save the organisation above first, or correct its code."));
    }

    private boolean isBelowItself(Department wanted) {
        var seen = new HashSet<String>();
        String at = wanted.parent();
        while (!at.isEmpty() && seen.add(at)) {
            if (at.equals(wanted.code())) {
                return true;
            }
            var above = byCode.get(at);
            at = above == null ? "" : above.parent();
        }
        return false;
    }

    private Optional<Refusal> badKind(Department wanted) {
        var above = find(wanted.parent()).filter(one -> !standsUnder(wanted, one));
        var under =
                below.getOrDefault(wanted.code(), List.of()).stream()
                        .flatMap(code -> find(code).stream())
                        .filter(one -> !standsUnder(one, wanted))
                        .findFirst();
        return above.map(one -> badParent(wanted, one))
                .or(() -> under.map(one -> badParent(one, wanted)));
    }

    private static boolean standsUnder(Department one, Department above) {
        var kind = OrganisationKind.findKind(one.kind());
        return OrganisationKind.findKind(above.kind())
                .filter(top -> kind.isPresent() && kind.get().standsUnder(top))
                .isPresent();
    }

    private static Refusal badParent(Department one, Department above) {
        return new Refusal(
                "people.bad-parent",
                "The organisation (%s) of kind (%s) does not stand under (%s) of kind (%s)."
                        .formatted(one.code(), one.kind(), above.code(), above.kind()),
                "Choose another organisation above, or correct the kind.");
    }
}
