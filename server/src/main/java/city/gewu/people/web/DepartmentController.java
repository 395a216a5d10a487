package city.gewu.people.web;

import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The organisations a case can be sent to.
@RestController
@Needs(Right.BASICS)
class DepartmentController {

    private final People people;

    DepartmentController(People people) {
        this.people = people;
    }

    @GetMapping("/api/departments")
    List<Department> listDepartments() {
        return people.listDepartments();
    }
}
