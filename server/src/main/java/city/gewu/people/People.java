package city.gewu.people;

import java.util.List;
import java.util.Optional;

/// Organisations, and who acts.
public interface People {

    /// Saves an organisation; refused with `people.circular-department` when it would stand above
    /// itself, and with `people.unknown-department` when the one above it is not known.
    void saveDepartment(Department department);

    Optional<Department> findDepartment(String code);

    List<Department> listDepartments();

    /// The person as an actor, with the posts held today.
    Optional<Actor> findActor(String personId);
}
