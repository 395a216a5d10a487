package city.gewu.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Organisations, and who acts.
public interface People {

    /// Saves an organisation; refused with `people.circular-department` when it would stand above
    /// itself, with `people.unknown-department` when the one above it is not known, and with
    /// `people.bad-parent` when its kind does not stand under that one.
    void saveDepartment(Department department);

    /// Saves many, all or none, in any order: one may stand under another of them.
    default void saveDepartments(Collection<Department> departments) {
        departments.forEach(this::saveDepartment);
    }

    Optional<Department> findDepartment(String code);

    List<Department> listDepartments();

    /// Whether an organisation is this one or stands under it, at any depth.
    default boolean isUnder(String code, String top) {
        var seen = new HashSet<String>();
        var at = findDepartment(code);
        while (at.isPresent() && seen.add(at.get().code())) {
            if (at.get().code().equals(top)) {
                return true;
            }
            at = findDepartment(at.get().parent());
        }
        return false;
    }

    /// The organisation and all under it, by code; empty when it is not known.
    default List<Department> listUnder(String top) {
        return listDepartments().stream().filter(one -> isUnder(one.code(), top)).toList();
    }

    /// Everybody who handles cases for the organisation today, by name.
    List<Actor> listHandlers(String department);

    /// The person as an actor, with the posts held today.
    Optional<Actor> findActor(String personId);
}
