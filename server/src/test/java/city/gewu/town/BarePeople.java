package city.gewu.town;

import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import java.util.List;
import java.util.Optional;

/// Departments that a test names, and nobody who works in them.
public interface BarePeople extends People {

    @Override
    default void saveDepartment(Department department) {
        throw new TownLacks("departments that can be changed");
    }

    @Override
    default Optional<Department> findDepartment(String code) {
        return listDepartments().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    default List<Actor> listHandlers(String department) {
        return List.of();
    }

    @Override
    default Optional<Actor> findActor(String personId) {
        return Optional.empty();
    }
}
